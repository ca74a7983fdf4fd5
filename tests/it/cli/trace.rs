//! `trace`, `source` and `policy`, on the shell.

use super::desk::Desk;

const SOURCES: &str = "\
ref,kind,title,level,status,detail
R-014,risk,Known holes exploited,high,open,
R-020,risk,The only cloud supplier fails,critical,open,
3.1,policy,Access ends with the job,,open,
";

/// Objectives and readings, two risks, and a policy of two commitments.
fn traced() -> Desk {
    let desk = Desk::furnished();
    desk.write("sources.csv", SOURCES);
    desk.ok(&["import", "sources", "sources.csv"]);
    desk.ok(&["source", "edit", "policy:3.1", "--policy", "ISP", "--policy-version", "5"]);
    desk.ok(&["source", "add", "policy:3.2", "Suppliers are watched", "--policy", "ISP", "--policy-version", "5"]);
    desk
}

#[test]
fn gaps_are_findings_and_none_are_fine() {
    let desk = traced();
    let answer = desk.run(&["trace", "--gaps"]);
    assert_eq!(answer.code, 3, "{answer:#?}");
    for said in ["risk R-020", "no objective, no open treatment", "policy 3.2", "SEC-2", "SEC-4"] {
        assert!(answer.out.contains(said), "{said} is missing in {}", answer.out);
    }
    assert!(!answer.out.contains("R-014") && !answer.out.contains("DR-1"), "{}", answer.out);
    let bare = Desk::new().run(&["trace", "--gaps"]);
    assert_eq!(bare.code, 0, "{bare:#?}");
    assert!(bare.out.contains("nothing is missing"), "{}", bare.out);
}

#[test]
fn from_a_source_to_its_objectives_and_their_last_reading_and_back() {
    let desk = traced();
    let all = desk.ok(&["trace"]);
    let line = all.lines().find(|line| line.starts_with("risk R-014")).expect("a line of the risk");
    assert!(line.contains("IT-2") && line.contains("high") && line.contains("94.9"), "{line}");
    let one = desk.ok(&["trace", "it-2"]);
    assert!(one.contains("risk R-014: Known holes exploited, high"), "{one}");
    let back = desk.ok(&["trace", "risk:r-014"]);
    assert!(back.contains("Pursued by") && back.contains("IT-2"), "{back}");
    let refused = desk.refused(&["trace", "R-999"]);
    assert!(refused.contains("no objective and no source is called `R-999`"), "{refused}");
}

#[test]
fn json_holds_sources_objectives_and_gaps() {
    let desk = traced();
    let trace = desk.json(&["trace"]);
    assert_eq!(trace["gaps"]["uncovered"][0]["ref"], "R-020");
    let risk = trace["sources"].as_array().expect("sources").iter().find(|s| s["ref"] == "R-014").expect("the risk");
    assert_eq!(risk["uncovered"], false);
    assert_eq!(risk["objectives"][0]["code"], "IT-2");
    assert_eq!(risk["objectives"][0]["inherited"], false);
    let shown = desk.json(&["show", "IT-2"]);
    assert_eq!(shown["serves"][0]["title"], "Known holes exploited");
    assert_eq!(shown["serves"][0]["state"], "live");
    assert!(desk.ok(&["show", "IT-2"]).contains("risk R-014: Known holes exploited, high"));
}

#[test]
fn a_child_inherits_and_says_from_whom() {
    let desk = traced();
    desk.write(
        "more.csv",
        "code,title,kind,level,parent,links\nORG-1,Weak spots close,maintain,organization,,risk:R-020\n",
    );
    desk.ok(&["import", "objectives", "more.csv"]);
    desk.write("child.csv", "code,title,kind,parent\nFUN-1,The gateway holds,maintain,ORG-1\n");
    desk.ok(&["import", "objectives", "child.csv"]);
    let shown = desk.ok(&["show", "FUN-1"]);
    assert!(shown.contains("risk R-020: The only cloud supplier fails, critical, inherited from ORG-1"), "{shown}");
}

#[test]
fn a_source_is_entered_changed_accepted_closed_and_taken_back() {
    let desk = traced();
    assert_eq!(desk.ok(&["source", "add", "risk:R-030", "Laptops are lost"]), "risk R-030 entered: Laptops are lost\n");
    assert!(desk.refused(&["source", "add", "risk:r-030", "again"]).contains("there is a risk R-030 already"));
    assert!(desk.refused(&["source", "edit", "risk:R-030", "--status", "accepted"]).contains("who accepts it, why"));
    assert!(desk.refused(&["source", "edit", "risk:R-030", "--party", "a regulator"]).contains("party"));
    assert!(desk.refused(&["source", "edit", "risk:R-031", "--level", "low"]).contains("no source is called"));
    let accepted =
        desk.ok(&["source", "edit", "risk:R-020", "--status", "accepted", "--acceptance", "board, until 2027"]);
    assert_eq!(accepted, "risk R-020 accepted for now: board, until 2027\n");
    assert!(!desk.run(&["trace", "--gaps"]).out.contains("R-020"));
    let closed = desk.run(&["source", "close", "risk:R-014", "--on", "2026-01-05"]);
    assert_eq!(closed.out, "risk R-014 closed on 2026-01-05\n");
    assert!(closed.err.contains("IT-2 served it"), "{}", closed.err);
    let gaps = desk.run(&["trace", "--gaps"]).out;
    assert!(gaps.contains("nothing else it serves counts"), "{gaps}");
    let back = desk.ok(&["undo"]);
    assert!(back.contains("R-014"), "{back}");
    assert!(!desk.run(&["trace", "--gaps"]).out.contains("nothing else it serves counts"));
    let usage = desk.run(&["source", "add", "hunch:1", "nothing"]);
    assert_eq!(usage.code, 2, "{usage:#?}");
    desk.ok(&["verify"]);
}

#[test]
fn a_policy_is_renewed_only_with_an_answer_for_every_commitment() {
    let desk = traced();
    let open = desk.refused(&["policy", "renew", "ISP", "--version", "6", "--keep", "3.2"]);
    assert!(open.contains("commitment 3.1 (HR-2 on it) has no answer"), "{open}");
    let unknown = desk.refused(&["policy", "renew", "ISP", "--version", "6", "--keep", "3.1", "3.2", "3.3"]);
    assert!(unknown.contains("`3.3`") && unknown.contains("3.1, 3.2"), "{unknown}");
    let twice = desk.refused(&["policy", "renew", "ISP", "--version", "6", "--keep", "3.1", "--drop", "3.1"]);
    assert!(twice.contains("answered twice"), "{twice}");
    let same = desk.refused(&["policy", "renew", "isp", "--version", "5", "--keep", "3.1", "3.2"]);
    assert!(same.contains("version 5 already"), "{same}");
    let other = desk.refused(&["policy", "renew", "AUP", "--version", "2"]);
    assert!(other.contains("there are commitments of ISP"), "{other}");
    let done = desk.run(&["policy", "renew", "ISP", "--version", "6", "--keep", "3.2", "--drop", "3.1"]);
    assert_eq!(done.out, "policy ISP version 6: 1 kept, 0 changed, 1 dropped\n");
    assert!(done.err.contains("policy 3.1 is dropped; look at HR-2"), "{}", done.err);
    let sources = desk.json(&["source", "list", "--kind", "policy"]);
    let by = |reference: &str| {
        let all = sources.as_array().expect("sources");
        all.iter().find(|s| s["ref"] == reference).cloned().expect("the commitment")
    };
    assert_eq!(by("3.2")["policy_version"], "6");
    assert_eq!((by("3.1")["policy_version"].as_str(), by("3.1")["status"].as_str()), (Some("5"), Some("withdrawn")));
    assert!(desk.ok(&["history"]).contains("3.1"), "the history names the commitment");
}

#[test]
fn a_scorecard_narrows_the_trace() {
    let desk = traced();
    desk.ok(&["source", "add", "requirement:DORA 6(8)", "Objectives with indicators", "--mandated"]);
    let gaps = desk.run(&["trace", "--gaps", "--scorecard", "DORA 6(8)"]);
    assert_eq!(gaps.code, 3, "{gaps:#?}");
    assert!(gaps.out.contains("requirement DORA 6(8)") && !gaps.out.contains("R-020"), "{}", gaps.out);
}
