//! "Did you mean": the known names closest to one that is not known.

/// Up to three of `known` that are a small slip away from `name`, the closest first.
pub fn near<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = name.to_lowercase();
    let most = ((wanted.chars().count() + 1) / 3).clamp(1, 3);
    let mut found: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|candidate| {
            let lower = candidate.to_lowercase();
            let contained =
                wanted.len() >= 3 && (lower.contains(&wanted) || lower.len() >= 3 && wanted.contains(&lower));
            let slips = slips_between(&wanted, &lower);
            (contained || slips <= most).then_some((slips, candidate))
        })
        .collect();
    found.sort();
    found.truncate(3);
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

/// `; did you mean code or title` or nothing, to be put behind a sentence.
pub fn hint<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    match near(name, known)[..] {
        [] => String::new(),
        [one] => format!("; did you mean {one}"),
        [one, two] => format!("; did you mean {one} or {two}"),
        [one, two, three, ..] => format!("; did you mean {one}, {two} or {three}"),
    }
}

/// Letters to insert, remove or replace to get from one text to the other.
fn slips_between(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut costs: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = costs[0];
        costs[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = costs[j + 1];
            costs[j + 1] = replaced.min(diagonal + 1).min(costs[j] + 1);
        }
    }
    costs[b.len()]
}
