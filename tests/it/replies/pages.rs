//! Pages of functions and owners: one, and all of them with a page that leads to them.

use super::desk::Office;

#[test]
fn a_page_says_why_how_it_goes_what_is_due_and_whom_to_tell() {
    let office = Office::open();
    let md = office.ok(&["export", "function", "it operations", "--format", "md", "-o", "-"]);
    for said in [
        "# Halden Medical: IT operations",
        "■ off track",
        "## What is due when",
        "15 Apr 2026, late | Report OPS-1 for Q1 2026",
        "## IT-2 Critical vulnerabilities closed within SLA",
        "↑ risk R-014",
        "“4 fixes wait on two unsupported hosts” R. Okafor",
        "The window is kept, releases move",
        "12 person-days a quarter",
        "M. Silva, silva\\@halden.example: every value and what it means; when it slips",
    ] {
        assert!(md.contains(said), "{said}: {md}");
    }
    let owner = office.ok(&["export", "owner", "E. Lind", "--format", "md", "-o", "-"]);
    assert!(owner.contains("## Figures for others") && owner.contains("Access reviews done on time"), "{owner}");
    let nobody = office.run(&["export", "function", "Nothing", "-o", "x.html"]);
    assert_eq!((nobody.code, nobody.err.contains("no function is called `Nothing`")), (1, true));
}

#[test]
fn all_pages_stand_in_a_folder_with_one_that_leads_to_them() {
    let office = Office::open();
    let out = office.ok(&["export", "function", "--all", "-o", "intranet"]);
    assert!(out.contains("intranet/index.html"), "{out}");
    let index = String::from_utf8(office.desk.read("intranet/index.html")).expect("a page");
    let names = ["engineering", "human-resources", "it-operations", "purchasing", "security"];
    for name in names {
        assert!(index.contains(&format!("href=\"{name}.html\"")), "{name}: {index}");
        let page = String::from_utf8(office.desk.read(&format!("intranet/{name}.html"))).expect("a page");
        assert!(page.contains("default-src 'none'") && !page.contains("<script"), "{name} needs nothing else");
    }
    assert_eq!(std::fs::read_dir(office.desk.path("intranet")).expect("the folder").count(), names.len() + 1);
    let again = office.desk.read("intranet/security.html");
    office.ok(&["export", "function", "--all", "-o", "intranet"]);
    assert!(office.desk.read("intranet/security.html") == again, "the same register gives the same page");
    office.ok(&["export", "owner", "--all", "--format", "xlsx", "-o", "sheets"]);
    assert!(office.desk.path("sheets/m-silva.xlsx").exists());
    assert_eq!(office.run(&["export", "function", "--all", "-o", "-"]).code, 2);
}
