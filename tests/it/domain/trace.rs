//! Links of objectives to sources, both ways, and what is missing.

use sixtwo::domain::objective::{Lifecycle, Link};
use sixtwo::domain::trace::{
    Gaps, Level, LinkState, Pursuer, Source, SourceKind, SourceStatus, Trace, by_reference, gaps, top_risks,
};

struct Written {
    code: &'static str,
    parent: &'static str,
    lifecycle: Lifecycle,
    links: Vec<Link>,
    tags: Vec<String>,
}

fn objective(code: &'static str, parent: &'static str, links: &[&str]) -> Written {
    let link = |said: &&str| {
        let (kind, reference) = said.split_once(':').expect("kind:reference");
        Link { kind: kind.to_owned(), reference: reference.to_owned(), because: String::new() }
    };
    Written { code, parent, lifecycle: Lifecycle::InForce, links: links.iter().map(link).collect(), tags: Vec::new() }
}

fn source(kind: SourceKind, reference: &str) -> Source {
    Source::new(kind, reference, "what it says", "2026-01-05".parse().expect("a date"))
}

fn risk(reference: &str, level: &str) -> Source {
    Source { level: level.to_owned(), ..source(SourceKind::Risk, reference) }
}

fn in_state(status: SourceStatus, source: Source) -> Source {
    Source { status, ..source }
}

fn pursuers(written: &[Written]) -> Vec<Pursuer<'_>> {
    written
        .iter()
        .map(|w| Pursuer { code: w.code, parent: w.parent, lifecycle: w.lifecycle, links: &w.links, tags: &w.tags })
        .collect()
}

fn traced(written: &[Written], sources: &[Source]) -> Trace {
    Trace::of(pursuers(written), sources)
}

fn missing(written: &[Written], sources: &[Source], top: usize) -> Gaps {
    let pursuers = pursuers(written);
    gaps(&pursuers, sources, &Trace::of(pursuers.iter().copied(), sources), top)
}

/// References of the uncovered sources, in their order.
fn uncovered(written: &[Written], sources: &[Source], top: usize) -> Vec<String> {
    let gaps = missing(written, sources, top);
    gaps.uncovered.iter().map(|gap| sources[gap.source].reference.clone()).collect()
}

#[test]
fn a_link_is_understood_by_its_kind_and_its_synonyms_in_any_case() {
    use SourceKind::*;
    for (said, kind) in [
        ("commitment", Commitment),
        ("policy", Commitment),
        ("Policies", Commitment),
        ("RISK", Risk),
        ("risks", Risk),
        ("treatment", Treatment),
        ("contract", Requirement),
        ("regulation", Requirement),
        ("finding", Finding),
        ("audit finding", Finding),
        ("nc", Finding),
        ("incident", Incident),
        ("business priority", Priority),
        ("risk-assessment", Assessment),
        ("scope change", ScopeChange),
    ] {
        assert_eq!(SourceKind::from_said(said), Some(kind), "{said}");
    }
    assert_eq!(SourceKind::from_said("hunch"), None);
}

#[test]
fn each_link_leads_to_its_source_and_says_where_that_stands() {
    let policy = Source { policy: "ISP".to_owned(), ..source(SourceKind::Commitment, "4.2") };
    let sources = [
        policy,
        risk("R-014", "high"),
        in_state(SourceStatus::Accepted, risk("R-020", "high")),
        in_state(SourceStatus::Closed, risk("R-002", "low")),
        in_state(SourceStatus::Withdrawn, source(SourceKind::Commitment, "4.9")),
    ];
    for (said, place, state) in [
        ("policy:4.2", Some(0), LinkState::Live),
        ("commitment:isp  4.2", Some(0), LinkState::Live),
        ("Risk:r-014", Some(1), LinkState::Live),
        ("risk:R-020", Some(2), LinkState::Live),
        ("risk:R-002", Some(3), LinkState::Closed),
        ("policy:4.9", Some(4), LinkState::Withdrawn),
        ("risk:R-099", None, LinkState::Unknown),
        ("contract:Norda 9.3", None, LinkState::Elsewhere),
        ("hunch:mine", None, LinkState::Elsewhere),
    ] {
        let trace = traced(&[objective("A", "", &[said])], &sources);
        let [served] = trace.served(0) else { panic!("{said} is one link") };
        assert_eq!((served.source, served.state), (place, state), "{said}");
    }
}

#[test]
fn children_inherit_through_the_whole_cascade_and_their_own_link_stands_first() {
    let sources = [risk("R-1", "high"), risk("R-2", "high"), source(SourceKind::Priority, "P-1")];
    let written = [
        objective("TEAM", "FUN", &[]),
        objective("FUN", "ORG", &["risk:R-2", "risk:r-1"]),
        objective("ORG", "", &["risk:R-1", "priority:P-1"]),
    ];
    let trace = traced(&written, &sources);
    let served =
        |place: usize| trace.served(place).iter().map(|one| (one.source, one.inherited_from)).collect::<Vec<_>>();
    assert_eq!(served(2), [(Some(0), None), (Some(2), None)]);
    assert_eq!(served(1), [(Some(1), None), (Some(0), None), (Some(2), Some(2))]);
    assert_eq!(served(0), [(Some(1), Some(1)), (Some(0), Some(1)), (Some(2), Some(2))]);
    let back: Vec<(usize, bool)> = trace.serving(2).iter().map(|one| (one.objective, one.inherited)).collect();
    assert_eq!(back, [(0, true), (1, true), (2, false)]);
}

#[test]
fn a_circle_of_parents_ends() {
    let sources = [risk("R-1", "high")];
    let written = [objective("A", "B", &["risk:R-1"]), objective("B", "A", &[])];
    let trace = traced(&written, &sources);
    assert_eq!(trace.served(0).len(), 1);
    assert!(trace.served(1).is_empty(), "the circle is opened at its first member");
}

#[test]
fn a_tag_that_is_a_requirement_links_to_it() {
    let sources = [Source { mandated: true, ..source(SourceKind::Requirement, "DORA 6(8)") }];
    let tagged = Written { tags: vec!["dora 6(8)".to_owned()], ..objective("A", "", &[]) };
    assert_eq!(uncovered(&[objective("A", "", &[])], &sources, 3), ["DORA 6(8)"]);
    assert!(uncovered(&[tagged], &sources, 3).is_empty());
}

#[test]
fn levels_are_ranked_by_their_words_and_their_numbers() {
    let order = ["critical", "High (20)", "high (16)", "high", "25", "9", "3.5", "medium", "Low", "very low", "tbd"];
    for pair in order.windows(2) {
        assert!(Level::of(pair[0]) > Level::of(pair[1]), "{} stands above {}", pair[0], pair[1]);
    }
    for (one, other) in [("critical", "very high"), ("moderate", "Medium"), ("9", "9.0")] {
        assert!(Level::of(one).cmp(&Level::of(other)).is_eq(), "{one} and {other}");
    }
    assert!(!Level::of("").is_known() && !Level::of("tbd").is_known());
    assert!(Level::of("12").is_known());
}

#[test]
fn the_top_risks_are_the_heaviest_that_are_not_done_with() {
    let sources = [
        risk("R-10", "high"),
        risk("R-2", "high"),
        risk("R-3", "unclear"),
        in_state(SourceStatus::Closed, risk("R-4", "critical")),
        in_state(SourceStatus::Accepted, risk("R-5", "critical")),
        risk("R-6", "low"),
    ];
    let named = |top| top_risks(&sources, top).into_iter().map(|p| sources[p].reference.as_str()).collect::<Vec<_>>();
    assert_eq!(named(3), ["R-5", "R-2", "R-10"]);
    assert_eq!(named(9), ["R-5", "R-2", "R-10", "R-6"]);
    assert!(by_reference("4.9", "4.10").is_lt() && by_reference("R-2", "r-10").is_lt());
}

#[test]
fn a_top_risk_is_answered_by_an_objective_a_treatment_or_an_acceptance() {
    let treatment =
        |status| Source { treats: "r-1".to_owned(), ..in_state(status, source(SourceKind::Treatment, "T-1")) };
    let open = || risk("R-1", "high");
    assert_eq!(uncovered(&[], &[open()], 3), ["R-1"]);
    assert_eq!(uncovered(&[], &[open()], 0), Vec::<String>::new());
    assert!(uncovered(&[objective("A", "", &["risk:R-1"])], &[open()], 3).is_empty());
    assert!(uncovered(&[], &[open(), treatment(SourceStatus::Open)], 3).is_empty());
    assert_eq!(uncovered(&[], &[open(), treatment(SourceStatus::Closed)], 3), ["R-1"]);
    let through = [objective("A", "", &["treatment:T-1"])];
    assert!(uncovered(&through, &[open(), treatment(SourceStatus::Closed)], 3).is_empty());
    assert!(uncovered(&[], &[in_state(SourceStatus::Accepted, open())], 3).is_empty());
}

#[test]
fn commitments_mandated_requirements_findings_and_priorities_ask_for_an_objective() {
    let sources = [
        source(SourceKind::Priority, "P-1"),
        source(SourceKind::Finding, "F-1"),
        Source { mandated: true, ..source(SourceKind::Requirement, "CCI 2") },
        source(SourceKind::Requirement, "only a requirement"),
        source(SourceKind::Commitment, "4.1"),
        Source { covered_by: "visitor procedure".to_owned(), ..source(SourceKind::Commitment, "4.2") },
        in_state(SourceStatus::Closed, source(SourceKind::Finding, "F-0")),
        source(SourceKind::Incident, "I-1"),
        risk("R-1", "low"),
    ];
    assert_eq!(uncovered(&[], &sources, 3), ["R-1", "4.1", "CCI 2", "F-1", "P-1"]);
}

#[test]
fn a_draft_pursues_nothing_yet_and_is_named() {
    let sources = [source(SourceKind::Commitment, "4.1")];
    let draft = Written { lifecycle: Lifecycle::Draft, ..objective("D", "", &["policy:4.1"]) };
    let gaps = missing(&[draft], &sources, 3);
    assert_eq!(gaps.uncovered.len(), 1);
    assert_eq!(gaps.uncovered[0].draft, Some(0));
    let retired = Written { lifecycle: Lifecycle::Retired, ..objective("R", "", &["policy:4.1"]) };
    assert_eq!(missing(&[retired], &sources, 3).uncovered[0].draft, None);
}

#[test]
fn an_objective_without_own_or_inherited_link_serves_nothing() {
    let sources = [risk("R-1", "low")];
    let written = [
        objective("ORG", "", &["risk:R-1"]),
        objective("FUN", "ORG", &[]),
        objective("LONE", "", &[]),
        Written { lifecycle: Lifecycle::Draft, ..objective("DRAFT", "", &[]) },
    ];
    assert_eq!(missing(&written, &sources, 3).aimless, [2]);
}

#[test]
fn a_dead_link_counts_where_nothing_live_stands_beside_it() {
    let sources = [risk("R-1", "high"), in_state(SourceStatus::Closed, risk("R-2", "low"))];
    let dead = |links: &[&str]| {
        let gaps = missing(&[objective("A", "", links)], &sources, 0);
        gaps.dead.iter().map(|dead| (dead.state, dead.last)).collect::<Vec<_>>()
    };
    assert_eq!(dead(&["risk:R-1"]), []);
    assert_eq!(dead(&["risk:R-1", "risk:R-2"]), []);
    assert_eq!(dead(&["risk:R-2"]), [(LinkState::Closed, true)]);
    assert_eq!(dead(&["risk:R-1", "risk:R-99"]), [(LinkState::Unknown, false)]);
    assert_eq!(dead(&["contract:kept elsewhere"]), []);
}
