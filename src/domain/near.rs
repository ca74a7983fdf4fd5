//! What a person may have meant.

/// The candidates that differ from `word` by at most a third of its letters, nearest first, at most three.
pub fn near<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Vec<&'c str> {
    let wanted = word.to_lowercase();
    let most = (wanted.chars().count() / 3).max(1);
    let mut found: Vec<(usize, &str)> = candidates
        .into_iter()
        .map(|candidate| (distance(&wanted, &candidate.to_lowercase()), candidate))
        .filter(|(steps, _)| *steps <= most)
        .collect();
    found.sort();
    found.into_iter().take(3).map(|(_, candidate)| candidate).collect()
}

/// How many letters must be added, dropped, changed or swapped with their neighbour.
fn distance(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let mut rows = vec![(0..=to.len()).collect::<Vec<_>>()];
    for i in 1..=from.len() {
        let mut row = vec![i];
        for j in 1..=to.len() {
            let changed = usize::from(from[i - 1] != to[j - 1]);
            let mut steps = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + changed);
            if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                steps = steps.min(rows[i - 2][j - 2] + 1);
            }
            row.push(steps);
        }
        rows.push(row);
    }
    rows[from.len()][to.len()]
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        assert_eq!(near("statsu", ["status", "show", "settings"]), ["status"]);
        assert_eq!(near("hr2", ["HR-2", "HR-20", "IT-2"]), ["HR-2"]);
        assert!(near("zebra", ["status", "show"]).is_empty());
    }
}
