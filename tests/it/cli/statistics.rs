//! What figures say on the command line: the usual range, what is unusual, how sure a share of few is, the pace.

use super::desk::Desk;

/// The rest of the year behind what the register holds: August is a gap, November unusual.
const READINGS: &str = "\
code,period_end,value,numerator,denominator,recorded_on
IT-2,2025-04-30,94,,,2025-05-05
IT-2,2025-05-31,94.2,,,2025-06-05
IT-2,2025-06-30,95,,,2025-07-05
IT-2,2025-07-31,94.3,,,2025-08-05
IT-2,2025-09-30,94,,,2025-10-05
IT-2,2025-10-31,94.1,,,2025-11-05
IT-2,2025-11-30,90.1,,,2025-12-05
IT-2,2025-12-31,,17,18,2026-01-05
HR-2,2025-02-28,67,,,2025-03-05
HR-2,2025-04-30,62,,,2025-05-05
HR-2,2025-05-31,58,,,2025-06-05
HR-2,2025-06-30,56,,,2025-07-05
HR-2,2025-07-31,53,,,2025-08-05
HR-2,2025-08-31,50,,,2025-09-05
HR-2,2025-09-30,47,,,2025-10-05
HR-2,2025-10-31,44,,,2025-11-05
HR-2,2025-11-30,41,,,2025-12-05
HR-2,2025-12-31,39,,,2026-01-05
";

fn measured() -> Desk {
    let desk = Desk::furnished();
    desk.write("year.csv", READINGS);
    desk.ok(&["import", "readings", "year.csv"]);
    desk
}

fn statistics(desk: &Desk, code: &str) -> serde_json::Value {
    desk.json(&["show", code, "--as-of", "2026-01-20"])["statistics"].clone()
}

#[test]
fn show_says_what_is_usual_and_what_is_not() {
    let desk = measured();
    let shown = desk.ok(&["show", "IT-2", "--as-of", "2026-01-20"]);
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "In figures 17 of 18 could be 74 to 99 % Nov was below its usual range, 90.6 to 97.8 (11 readings, provisional)",
        "so far lowest 90.1, median 94.3, 9 in 10 up to 95.4 % (11 readings)",
    ] {
        assert!(shown.contains(part), "{part} is missing in {shown}");
    }
    let pace = desk.ok(&["show", "HR-2", "--as-of", "2026-01-20"]);
    assert!(pace.contains("at this pace: 21.3 to 22.3 h on 30 Jun, target under 24 (12 readings)"), "{pace}");
}

#[test]
fn scripts_read_the_numbers_and_the_reasons() {
    let desk = measured();
    let held = statistics(&desk, "IT-2");
    assert_eq!((held["readings"].as_u64(), held["usual_range"]["provisional"].as_bool()), (Some(11), Some(true)));
    assert_eq!(held["signals"][0]["rule"], "outside");
    assert_eq!(held["signals"][0]["to_period_end"], "2025-11-30");
    assert_eq!((held["interval"]["counted"].as_u64(), held["interval"]["of"].as_u64()), (Some(17), Some(18)));
    assert!(held["forecast"].is_null() && held["comparable_since"].is_null());
    assert_eq!(held["forecast_words"], "no forecast: only a level to get to has one");
    let reach = statistics(&desk, "HR-2");
    assert!(reach["usual_range"].is_null());
    assert_eq!((reach["forecast"]["due"].as_str(), reach["arrow"].as_str()), (Some("2026-06-30"), Some("down")));
    let milestone = statistics(&desk, "SEC-4");
    assert!(milestone["summary"].is_null() && milestone["usual_range"].is_null());
}

#[test]
fn a_redefined_metric_begins_a_new_series() {
    let desk = measured();
    desk.write(
        "renamed.csv",
        "code,title,kind,owner,metric,unit,direction,target,warn,frequency,start,lifecycle\n\
         IT-2,Critical vulnerabilities in SLA,maintain,R. Okafor,closed in 14 days,%,higher,95,93,M,2025-01-01,in_force\n",
    );
    desk.ok(&["import", "objectives", "renamed.csv", "--update"]);
    let effective = desk.json(&["show", "IT-2"])["versions"][1]["effective"].clone();
    let before = statistics(&desk, "IT-2");
    assert_eq!((before["readings"].as_u64(), before["comparable_since"].as_str()), (Some(11), None));
    let later = desk.json(&["show", "IT-2", "--as-of", "2190-01-01"])["statistics"].clone();
    assert!(effective.is_string() && later["comparable_since"] == effective, "{later:#}");
    assert_eq!((later["readings"].as_u64(), later["usual_range"].is_null()), (Some(0), true));
    let sentence = later["usual_range_words"].as_str().expect("a sentence");
    assert!(sentence.starts_with("no usual range yet: 0 of 6 readings since 1 "), "{sentence}");
}

#[test]
fn the_run_length_is_a_setting_that_judges_nothing() {
    let desk = measured();
    let judged = |desk: &Desk| {
        let status = desk.json(&["status", "--as-of", "2026-01-20"]);
        let objectives = status.as_array().expect("an array").iter();
        objectives
            .map(|o| (o["code"].to_string(), o["status"].to_string(), o["reason"].to_string()))
            .collect::<Vec<_>>()
    };
    let before = judged(&desk);
    desk.ok(&["settings", "set", "signal_run", "5", "--from", "2025-01-01"]);
    assert_eq!(judged(&desk), before);
    assert_eq!(desk.json(&["settings", "list"])[10]["value"], "5");
    desk.refused(&["settings", "set", "signal_run", "4"]);
}
