//! Which column is which field.

use sixtwo::exchange::headers::{HeaderProblem, Mapping, OBJECTIVE_FIELDS, READING_FIELDS};

fn maps(pairs: &[&str]) -> Vec<String> {
    pairs.iter().map(|pair| (*pair).to_owned()).collect()
}

#[test]
fn our_own_headers_need_no_guess() {
    for (fields, required) in [(&OBJECTIVE_FIELDS[..], ["code", "title"]), (&READING_FIELDS[..], ["code", "value"])] {
        let headers: Vec<&str> = fields.iter().map(|field| field.name).collect();
        let leaked: &'static [_] =
            if fields.len() == OBJECTIVE_FIELDS.len() { &OBJECTIVE_FIELDS } else { &READING_FIELDS };
        let mapping = Mapping::find(leaked, &headers, &[], &required).expect("contract headers");
        let pairs: Vec<(String, String)> = headers.iter().map(|h| ((*h).to_owned(), (*h).to_owned())).collect();
        assert_eq!(mapping.pairs(), pairs);
        assert!(mapping.notes.is_empty(), "{:?}", mapping.notes);
    }
}

#[test]
fn headers_of_other_people_are_understood() {
    let headers =
        ["Ref.", "Objective", "KPI", "Responsible", "Deadline", "Department", "Target (%)", "Favourite colour"];
    let mapping = Mapping::find(&OBJECTIVE_FIELDS, &headers, &[], &["code", "title"]).expect("guesses");
    for (field, header) in [
        ("code", "Ref."),
        ("title", "Objective"),
        ("metric", "KPI"),
        ("owner", "Responsible"),
        ("due", "Deadline"),
        ("function", "Department"),
        ("target", "Target (%)"),
    ] {
        assert_eq!(mapping.header(field), header);
    }
    assert_eq!(mapping.notes.len(), 1);
    assert_eq!(mapping.notes[0].column, "Favourite colour");
}

#[test]
fn a_map_wins_over_a_guess_and_frees_its_column() {
    let headers = ["id", "objective", "name"];
    let mapping = Mapping::find(&OBJECTIVE_FIELDS, &headers, &maps(&["title=Name", "code = objective"]), &["code"])
        .expect("mapped");
    assert_eq!((mapping.header("title"), mapping.header("code")), ("name", "objective"));
    assert_eq!(mapping.notes.len(), 1, "the freed column is named");
    assert_eq!(mapping.notes[0].column, "id");
}

#[test]
fn a_map_that_cannot_be_is_refused_with_the_near_names() {
    for (map, said) in [
        ("titel=objective", "did you mean title"),
        ("title=objectives", "did you mean objective"),
        ("title", "field=Header"),
        ("title=id", "already mapped"),
    ] {
        let problem =
            Mapping::find(&OBJECTIVE_FIELDS, &["id", "objective"], &maps(&["code=id", map]), &[]).expect_err(map);
        let HeaderProblem::Map(text) = problem else { panic!("{map} is about the call: {problem:?}") };
        assert!(text.contains(said) && text.contains("--map"), "{text}");
    }
}

#[test]
fn a_missing_or_doubled_column_is_named() {
    let missing =
        Mapping::find(&READING_FIELDS, &["code", "when"], &[], &["code", "period_end"]).expect_err("no period");
    let HeaderProblem::File(text) = missing else { panic!("about the file") };
    assert!(text.contains("period_end") && text.contains("`when`") && text.contains("--map"), "{text}");
    let doubled = Mapping::find(&READING_FIELDS, &["code", "value", "Value"], &[], &["code"]).expect_err("twice");
    let HeaderProblem::File(text) = doubled else { panic!("about the file") };
    assert!(text.contains("stands 2 times"), "{text}");
}
