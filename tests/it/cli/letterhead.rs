//! The letterhead: settings of the register that stand on its papers, and what is refused as one.

use super::desk::Desk;

/// A small picture.
const LOGO: &[u8] = include_bytes!("../../cases/report/logo.png");

fn set(desk: &Desk, name: &str, value: &str) -> String {
    desk.ok(&["settings", "set", name, value])
}

#[test]
fn a_letterhead_is_set_once_and_stands_on_every_paper() {
    let desk = Desk::furnished();
    desk.ok(&["snapshot", "take"]);
    desk.write("sign.png", LOGO);
    let said = set(&desk, "classification", "Internal & <b>confidential</b>");
    assert!(
        said.contains("classification Internal & <b>confidential</b> instead of none, on papers written from"),
        "{said}"
    );
    set(&desk, "document_id", "ISMS-{paper}-{year}");
    set(&desk, "paper_size", "Letter");
    set(&desk, "date_style", "iso");
    set(&desk, "logo", "sign.png");
    desk.ok(&["export", "pack", "--format", "html", "-o", "pack.html"]);
    let page = String::from_utf8(desk.read("pack.html")).expect("it is UTF-8");
    for text in
        ["ISMS-pack-20", "Internal &amp; &lt;b&gt;", "@page{size:letter;", "data:image/png;base64,", "img-src data:"]
    {
        assert!(page.contains(text), "{text} is missing");
    }
    let day = page.split("as known on ").nth(1).expect("a day").split(['<', ' ']).next().expect("its words");
    assert!(day.len() == 10 && day.as_bytes()[4] == b'-', "{day}");
    desk.ok(&["export", "pack", "--format", "pdf", "-o", "pack.pdf"]);
    let pages = desk.read("pack.pdf");
    assert!(pages.starts_with(b"%PDF-"));
    assert!(pages.windows(14).any(|bytes| bytes == b"/Subtype/Image"), "no picture is in the file");

    std::fs::remove_file(desk.path("sign.png")).expect("the picture goes");
    let answer = desk.run(&["export", "pack", "--format", "pdf", "-o", "pack.pdf"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!((answer.out + &answer.err).contains("the paper has no logo: "), "a missing logo is told");
}

#[test]
fn what_cannot_stand_on_a_paper_is_refused_in_words() {
    let desk = Desk::furnished();
    desk.write("sign.svg", "<svg/>");
    desk.write("large.png", [LOGO, &vec![0; 1024 * 1024]].concat());
    let long = "x".repeat(61);
    for (name, value, why) in [
        ("paper_size", "a3", "`a3` is not one of a4, letter"),
        ("date_style", "us", "`us` is not one of words, iso, dots"),
        ("classification", long.as_str(), "it has 61 characters and a head line has room for 60"),
        ("classification", "two\nlines", "it holds a line break or a sign that cannot be printed"),
        ("document_id", "ISMS-{number}", "what stands in braces is one of {paper}, {year}, {month}, {date}"),
        ("logo", "nowhere.png", "nowhere.png cannot be read"),
        ("logo", ".", ". is no file"),
        ("logo", "sign.svg", "sign.svg is neither PNG nor JPEG; save it as one of them"),
        ("logo", "large.png", "large.png is larger than 1 MB; save it smaller"),
    ] {
        let said = desk.refused(&["settings", "set", name, value]);
        assert!(said.contains(why), "{name} {value:?}: {said}");
    }
}

#[test]
fn none_takes_a_letterhead_away() {
    let desk = Desk::furnished();
    desk.ok(&["snapshot", "take"]);
    set(&desk, "classification", "Internal");
    set(&desk, "classification", "none");
    desk.ok(&["export", "pack", "--format", "html", "-o", "pack.html"]);
    let page = String::from_utf8(desk.read("pack.html")).expect("it is UTF-8");
    assert!(!page.contains("class=\"house\""), "nothing stands on the paper");
    let listed = desk.ok(&["settings", "list"]);
    assert!(listed.contains("classification") && listed.contains("paper_size"), "{listed}");
}
