//! Lists of any size, the same on every machine.

use chrono::{Days, NaiveDate};

/// Weekly objectives and their readings.
pub struct Lists {
    /// How many objectives.
    pub codes: usize,
    weeks: usize,
}

/// The code of the n-th objective.
pub fn code(number: usize) -> String {
    format!("B-{number:04}")
}

impl Lists {
    /// `codes` objectives that share `readings`.
    pub fn new(codes: usize, readings: usize) -> Lists {
        Lists { codes, weeks: (readings / codes).max(1) }
    }

    /// The list of objectives.
    pub fn objectives(&self) -> String {
        let mut list = String::from("code,title,owner,metric,unit,direction,target,warn,frequency,start\n");
        for number in 0..self.codes {
            let owner = number % 40;
            list += &format!(
                "{},Objective number {number},Owner {owner},share done,%,higher,95,90,W,{}\n",
                code(number),
                self.week(0)
            );
        }
        list
    }

    /// Readings sorted by code and week.
    pub fn readings(&self) -> String {
        self.csv(self.rows())
    }

    /// The same readings in no order.
    pub fn shuffled_readings(&self) -> String {
        let mut rows: Vec<(usize, usize)> = self.rows().collect();
        let mut state = 62u64;
        for at in (1..rows.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            rows.swap(at, (state >> 33) as usize % (at + 1));
        }
        self.csv(rows.into_iter())
    }

    fn rows(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let weeks = self.weeks;
        (0..self.codes).flat_map(move |number| (0..weeks).map(move |week| (number, week)))
    }

    fn csv(&self, rows: impl Iterator<Item = (usize, usize)>) -> String {
        let mut list = String::from("code,period_end,value,evaluation\n");
        for (number, week) in rows {
            let value = 850 + (number * 31 + week * 17) % 150;
            let meaning = if week % 4 == 0 { "late figure from the desk" } else { "" };
            list += &format!("{},{},{}.{},{meaning}\n", code(number), self.week(week), value / 10, value % 10);
        }
        list
    }

    /// The Sunday that ends the n-th week; the last one is long past, so that no clock matters.
    fn week(&self, number: usize) -> NaiveDate {
        let last = NaiveDate::from_ymd_opt(2025, 12, 28).expect("a Sunday");
        last - Days::new(7 * (self.weeks - 1 - number) as u64)
    }
}
