//! What the files hold, and that they say where it comes from.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sixtwo::app::catalogue::{Mark, scorecards, template, templates};
use sixtwo::domain::objective::{Direction, Kind};
use sixtwo::domain::quantity::Decimal;
use sixtwo::domain::text::one_line;

#[test]
fn there_are_26_templates_in_order_with_names_of_their_own() {
    let numbers: Vec<u8> = templates().iter().map(|template| template.number).collect();
    assert_eq!(numbers, (1..=26).collect::<Vec<u8>>());
    let slugs: BTreeSet<&str> = templates().iter().map(|template| template.slug.as_str()).collect();
    assert_eq!(slugs.len(), 26);
    let titles: BTreeSet<&str> = templates().iter().map(|template| template.title.as_str()).collect();
    assert_eq!(titles.len(), 26);
}

#[test]
fn every_template_says_what_it_measures_and_what_it_serves() {
    for template in templates() {
        let slug = &template.slug;
        let texts = [&template.title, &template.owner_function, &template.commitment, &template.risk, &template.note];
        assert!(texts.iter().all(|text| !text.trim().is_empty() && one_line(text) == text.as_str()), "{slug}");
        assert!(!template.annex_a.is_empty() || !template.clauses.is_empty(), "{slug} names no control and no clause");
        assert!(!template.keywords.is_empty() && !template.rewrites.is_empty(), "{slug}");
        let blank = |text: &String| text.split_whitespace().next().is_none() || text.to_lowercase() != *text;
        assert!(!template.keywords.iter().any(blank), "{slug}: a keyword is one or more words in lower case");
        match template.kind {
            Kind::Milestone => assert!(!template.criteria.is_empty() && template.metric.is_empty(), "{slug}"),
            Kind::Maintain | Kind::Reach => {
                assert!(!template.metric.is_empty() && !template.formula.is_empty() && !template.unit.is_empty());
                assert!(template.direction.is_some(), "{slug}");
            }
        }
    }
}

#[test]
fn annex_a_is_numbered_as_in_2022() {
    let controls = [("5", 37), ("6", 8), ("7", 14), ("8", 34)];
    for template in templates() {
        for reference in &template.annex_a {
            let (theme, control) = reference.split_once('.').expect("theme.control");
            let most = controls.iter().find(|(known, _)| *known == theme).map(|(_, most)| *most);
            let number: u32 = control.parse().expect("a number");
            assert!(most.is_some_and(|most| (1..=most).contains(&number)), "{}: {reference}", template.slug);
        }
    }
}

#[test]
fn a_figure_that_was_seen_or_copied_names_its_source() {
    for template in templates() {
        let suggested = template.suggestion.iter().map(|suggestion| (suggestion.mark, &suggestion.source));
        for (mark, source) in suggested.chain(template.published.iter().map(|figure| (figure.mark, &figure.source))) {
            assert_eq!(mark == Mark::CommonPractice, source.is_empty(), "{}: {source}", template.slug);
        }
    }
}

#[test]
fn every_scorecard_file_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/catalogue/scorecards");
    let files = fs::read_dir(folder).expect("the scorecards").count();
    assert_eq!(scorecards().len(), files);
    let names: BTreeSet<&str> = scorecards().iter().map(|scorecard| scorecard.name.as_str()).collect();
    assert_eq!(names.len(), files);
    for scorecard in scorecards() {
        assert!(!scorecard.issuer.is_empty() && !scorecard.reference.is_empty(), "{}", scorecard.name);
        let numbers: Vec<u32> = scorecard.parameters.iter().map(|parameter| parameter.number).collect();
        assert_eq!(numbers, (1..=numbers.len() as u32).collect::<Vec<u32>>(), "{}", scorecard.name);
    }
}

#[test]
fn a_scorecard_leads_only_to_templates_that_exist() {
    let mut leads = 0;
    for scorecard in scorecards() {
        let of_parameters = scorecard.parameters.iter().filter_map(|parameter| parameter.template.as_ref());
        let of_rhythms = scorecard.rhythms.iter().filter_map(|point| point.template.as_ref());
        for slug in of_parameters.chain(of_rhythms) {
            assert!(template(slug).is_some(), "{}: {slug}", scorecard.name);
            leads += 1;
        }
    }
    assert!(leads > 10, "{leads}");
}

#[test]
fn the_capability_index_is_whole_and_marked_second_hand() {
    let index = scorecards().iter().find(|scorecard| scorecard.name == "SEBI CSCRF CCI").expect("the index");
    assert_eq!(index.parameters.len(), 23);
    let weights = index.parameters.iter().map(|parameter| u32::from(parameter.weight.expect("a weight")));
    assert_eq!(weights.sum::<u32>(), 100);
    assert!(index.parameters.iter().all(|parameter| parameter.mark == Mark::SecondHand));
    let numberless: Vec<u32> = index.parameters.iter().filter(|p| !p.numeric).map(|p| p.number).collect();
    assert_eq!(numberless, [21]);
    let lower: Vec<&str> =
        index.parameters.iter().filter(|p| p.direction == Some(Direction::Lower)).map(|p| p.title.as_str()).collect();
    assert_eq!(lower, ["Physical incidents with entry"]);
    let half = index.parameters.iter().find(|parameter| parameter.target == Decimal::whole(50));
    assert_eq!(half.map(|parameter| parameter.title.as_str()), Some("Critical systems identified"));
}

#[test]
fn the_bands_of_the_index_cover_every_sum_once() {
    let index = scorecards().iter().find(|scorecard| !scorecard.bands.is_empty()).expect("a scorecard with bands");
    for sum in 0..=100u8 {
        assert_eq!(index.bands.iter().filter(|band| (band.from..=band.to).contains(&sum)).count(), 1, "{sum}");
    }
}
