//! Names of sheets: short, unique, without the signs a workbook does not take.

use crate::domain::text::one_line;

/// The most characters a sheet's name may have, counted as a workbook counts them.
const LONGEST: usize = 31;

/// The names that are taken.
pub(super) struct Names(Vec<String>);

impl Names {
    pub(super) fn with(taken: &[&str]) -> Names {
        Names(taken.iter().map(|name| name.to_lowercase()).collect())
    }

    /// A name like the one wanted that no other sheet has; upper and lower case are the same to a workbook.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let plain: String = one_line(wanted)
            .chars()
            .map(|c| if matches!(c, '*' | '?' | ':' | '[' | ']' | '\\' | '/' | '\'') { '-' } else { c })
            .collect();
        let plain = plain.trim();
        // `History` is a name Excel keeps for itself.
        let plain = if plain.is_empty() || plain.eq_ignore_ascii_case("history") { "Part" } else { plain };
        let mut name = shortened(plain, LONGEST);
        let mut again = 2;
        while self.0.contains(&name.to_lowercase()) {
            let tail = format!(" ({again})");
            name = shortened(plain, LONGEST - tail.len()) + &tail;
            again += 1;
        }
        self.0.push(name.to_lowercase());
        name
    }
}

fn shortened(name: &str, most: usize) -> String {
    let mut length = 0;
    let kept = name.chars().take_while(|c| {
        length += c.len_utf16();
        length <= most
    });
    kept.collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn names_are_valid_and_unique() {
        let mut names = Names::with(&["Contents"]);
        for (wanted, name) in [
            ("Readings", "Readings"),
            ("readings", "readings (2)"),
            ("contents", "contents (2)"),
            ("R&D: [x]/y?*'", "R&D- -x--y---"),
            ("", "Part"),
            ("History", "Part (2)"),
            ("A name that is longer than a workbook takes", "A name that is longer than a wo"),
            ("A name that is longer than a workbook takes", "A name that is longer than (2)"),
        ] {
            assert_eq!(names.take(wanted), name);
            assert!(rust_xlsxwriter::utility::check_sheet_name(name).is_ok(), "{name}");
        }
    }
}
