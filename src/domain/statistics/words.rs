//! The sentences: plain words, without the names of the methods behind them.

use super::forecast::{Forecast, LEAST as LEAST_FOR_PACE, NoForecast};
use super::insight::{Breach, Insight, NoRange};
use super::rare::Rare;
use super::signals::{Rule, Side, Signal};
use super::summary::Summary;
use super::voice::{fixed, readings, rounded};
use super::wilson::Interval;
use super::xmr::{FIRM, LEAST, Limits, NoLimits};
use crate::domain::status::why::day;

impl Insight {
    /// The one line worth saying beside the figures: what is unusual, else where the pace leads, else that a miss was
    /// nothing unusual, else how rare it is, else what is usual. None while there is nothing to say yet.
    pub fn headline(&self) -> Option<String> {
        let unusual = self.unusual();
        let pace = || self.forecast.as_ref().ok().map(|forecast| self.at_this_pace(forecast));
        let usual = || self.usual.as_ref().ok().map(|limits| format!("usual range {}", self.range_from(limits)));
        unusual.or_else(pace).or_else(|| self.keeps_missing()).or_else(|| self.how_rare()).or_else(usual)
    }

    /// The same in fewer words where there is less room: first without how many readings it stands on, then clause by
    /// clause from the end. None where even the first clause does not fit.
    pub fn headline_that(&self, fits: impl Fn(&str) -> bool) -> Option<String> {
        let whole = self.headline()?;
        let mut shorter = vec![whole.clone()];
        let unfounded = whole.rsplit_once(" (").map_or(whole.as_str(), |(said, _)| said);
        shorter.push(unfounded.to_owned());
        let clauses: Vec<usize> = unfounded.match_indices(", ").map(|(at, _)| at).collect();
        shorter.extend(clauses.into_iter().rev().map(|at| unfounded[..at].to_owned()));
        if self.keeps_missing().as_ref() == Some(&whole) {
            shorter
                .extend(self.breach.map(|b| format!("will keep missing about {} % of periods as it is", b.percent())));
        }
        shorter.into_iter().find(|said| fits(said))
    }

    /// Everything worth telling on paper, a sentence each; nothing of what has no reading.
    pub fn told(&self) -> Vec<String> {
        let first = match (&self.usual, self.unusual(), self.how_rare()) {
            (Err(NoRange::NotMeasured), _, _) => return Vec::new(),
            _ if self.readings == 0 && self.since.is_none() => return Vec::new(),
            (Err(NoRange::OnTheWay), _, _) => self.pace(),
            (_, Some(unusual), _) => unusual,
            (_, None, Some(rare)) => rare,
            (_, None, None) => self.usual_range(),
        };
        let few = self.interval.map(|share| format!("{} of {} ", share.counted, share.of));
        let few = few.zip(self.could_be()).map(|(share, could_be)| share + &could_be);
        let so_far = self.so_far().map(|summary| format!("so far {summary}"));
        [few, Some(first), self.keeps_missing(), so_far].into_iter().flatten().collect()
    }

    /// `usual range 89.4 to 98.0 (11 readings, provisional)`, or why there is none.
    pub fn usual_range(&self) -> String {
        match &self.usual {
            Ok(limits) => format!("usual range {}", self.range_from(limits)),
            Err(NoRange::NotMeasured) => "delivered by dated criteria, so there is no range of values".to_owned(),
            Err(NoRange::OnTheWay) => "on its way to a level: its pace counts, not a usual range".to_owned(),
            Err(NoRange::Rare) => "too rare for a usual range".to_owned(),
            Err(NoRange::NoLimits(NoLimits::TooFew { readings: count })) => {
                format!("no usual range yet: {count} of {LEAST} readings{}", self.since_words())
            }
            Err(NoRange::NoLimits(NoLimits::TooManyGaps)) => {
                "no usual range yet: too few readings in neighbouring periods".to_owned()
            }
        }
    }

    /// `Sep was below its usual range, 89.4 to 98.0 (11 readings, provisional)`; none where nothing recent is unusual.
    pub fn unusual(&self) -> Option<String> {
        let (signal, limits) = (self.recent.as_ref()?, self.usual.as_ref().ok()?);
        Some(self.signal(signal, limits))
    }

    /// One of its signals as a sentence; none where there is no usual range to say it by.
    pub fn told_of(&self, signal: &Signal) -> Option<String> {
        self.usual.as_ref().ok().map(|limits| self.signal(signal, limits))
    }

    /// A signal as a sentence.
    fn signal(&self, signal: &Signal, limits: &Limits) -> String {
        let Signal { side, readings: count, .. } = *signal;
        let (beside, end, going) = match side {
            Side::Above => ("above", "upper", "up"),
            Side::Below => ("below", "lower", "down"),
        };
        let last = self.voice.period(signal.last);
        match signal.rule {
            Rule::Outside => format!("{last} was {beside} its usual range, {}", self.range_from(limits)),
            Rule::Run => {
                let middle = rounded(limits.mean, self.voice.places.max(1));
                format!("{count} readings in a row up to {last} lie {beside} the usual middle, {middle}")
            }
            Rule::TwoOfThree => {
                let first = self.voice.period(signal.first);
                let who = match count {
                    2 => format!("{first} and {last} lie"),
                    _ => format!("readings from {first} to {last} lie mostly"),
                };
                format!("{who} near the {end} end of the usual range, {}", self.range_from(limits))
            }
            Rule::Steady => format!("{count} readings in a row up to {last} go {going}"),
        }
    }

    /// `could be 76 to 99 %`, beside a percentage of fewer than twenty; none for others.
    pub fn could_be(&self) -> Option<String> {
        let Interval { low, high, .. } = self.interval.filter(Interval::is_small)?;
        Some(format!("could be {} to {} %", fixed(100.0 * low, 0), fixed(100.0 * high, 0)))
    }

    /// `the process as it is will keep missing about 36 % of periods (4 of 11 so far)`; none unless the newest
    /// reading misses the target inside the usual range.
    pub fn keeps_missing(&self) -> Option<String> {
        let Breach { missed, of } = self.breach?;
        let share = Breach { missed, of }.percent();
        Some(format!("the process as it is will keep missing about {share} % of periods ({missed} of {of} so far)"))
    }

    /// `3 in 8 quarters, none since Q2`; none for what is not rare.
    pub fn how_rare(&self) -> Option<String> {
        let Rare { events, readings: count, last, quiet } = self.rare?;
        let periods = format!("{count} {}", self.voice.frequency.noun(count as u32));
        Some(match last {
            None => format!("none in {periods}"),
            Some(last) if quiet == 0 => format!("{events} in {periods}, the last in {}", self.voice.period(last)),
            Some(last) => format!("{events} in {periods}, none since {}", self.voice.period(last)),
        })
    }

    /// Where the pace leads, or why nothing is said about that.
    pub fn pace(&self) -> String {
        match &self.forecast {
            Ok(forecast) => self.at_this_pace(forecast),
            Err(reason) => format!("no forecast: {}", self.why_not(*reason)),
        }
    }

    /// `at this pace: 29 to 32 h on 31 Dec, target under 24 (10 readings)`.
    fn at_this_pace(&self, forecast: &Forecast) -> String {
        let places = self.voice.places;
        let [low, high] = [forecast.low, forecast.high].map(|value| rounded(value, places));
        let range = if low == high { format!("about {low}") } else { format!("{low} to {high}") };
        let target = match self.voice.target.as_str() {
            "" => String::new(),
            target => format!(", target {target}"),
        };
        let (range, due) = (self.voice.with_unit(&range), self.voice.day(forecast.due));
        format!("at this pace: {range} on {due}{target} ({})", readings(forecast.readings))
    }

    fn why_not(&self, reason: NoForecast) -> String {
        match reason {
            NoForecast::Kind => "only a level to get to has one".to_owned(),
            NoForecast::NotRunning => "not in force".to_owned(),
            NoForecast::NoDueDate => "no due date".to_owned(),
            NoForecast::AlreadyDue => "nothing is left to measure before the due date".to_owned(),
            NoForecast::TooFew { readings: count, .. } => {
                format!("{}{}, at least {} are needed", readings(count), self.since_words(), LEAST_FOR_PACE)
            }
            NoForecast::NotCurrent => "the newest expected reading is not there".to_owned(),
            NoForecast::Proxy => "the metric only stands in for what is meant".to_owned(),
            NoForecast::SmallSample => "counted out of fewer than 20".to_owned(),
            NoForecast::OpenStep => "a recent reading left the line of the ones before".to_owned(),
            NoForecast::TooFarAhead => "the due date is further away than the readings reach back".to_owned(),
            NoForecast::NearBound => "so close to the end of the scale progress slows down".to_owned(),
        }
    }

    /// `lowest 88.9, median 94.1, 9 in 10 up to 96.2 % (11 readings)`; none without a reading.
    pub fn so_far(&self) -> Option<String> {
        let Summary { readings: count, least, median, p90, .. } = self.summary?;
        let places = self.voice.places.max(1);
        let [least, median, p90] = [least, median, p90].map(|value| rounded(value, places));
        let p90 = self.voice.with_unit(&p90);
        let since = self.since_words();
        Some(format!("lowest {least}, median {median}, 9 in 10 up to {p90} ({}{since})", readings(count)))
    }

    /// `89.4 to 98.0 (11 readings, provisional)`.
    fn range_from(&self, limits: &Limits) -> String {
        let provisional = if limits.readings < FIRM { ", provisional" } else { "" };
        let from = readings(limits.readings);
        format!("{} ({from}{}{provisional})", self.voice.range(limits), self.since_words())
    }

    /// ` since 1 Apr 2026`, where figures before a day cannot be compared.
    fn since_words(&self) -> String {
        self.since.map(|since| format!(" since {}", day(since))).unwrap_or_default()
    }
}
