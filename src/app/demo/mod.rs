//! The sample register: the article's own world, played as it would have happened, so that its history is a real one.
//!
//! Everything ends last month as seen from the day it is opened; every entry carries the day it is said to be of and
//! the mark that the clock was set.

mod clause;
mod moment;
mod play;
mod script;
mod world;

use std::path::Path;

use chrono::{DateTime, Days, NaiveTime, TimeDelta};

use self::world::World;
use super::Clock;
use super::refusal::{Refusal, RefusalKind};
use super::session::{Env, Session};
use crate::domain::period::{Date, FiscalCalendar};

/// When the first thing of a day is entered, and how long after it each further one.
const MORNING: (u32, u32) = (8, 30);
const MINUTES_BETWEEN: i64 = 2;

/// Writes the sample register at `path`, as if it had been kept until the day before `today`. Refuses a path that
/// exists.
pub fn build(path: &Path, today: Date, env: &Env) -> Result<(), Refusal> {
    let world = World::read()?;
    let scenes = script::script(&world, today)?;
    let founded = scenes.first().map_or(today, |scene| scene.on - Days::new(1));
    let env = Env { clock: clock_at(founded, 0)?, actor: "M. Silva".to_owned(), os_user: env.os_user.clone() };
    let mut session = Session::create_demo(path, &world.plan.organization, FiscalCalendar::default(), env)?;
    session.store.stop_waiting_for_disk()?;
    session.set_papers_at_close(false);
    let mut day = founded;
    let mut turn = 0;
    for scene in scenes {
        turn = if scene.on == day { turn + 1 } else { 0 };
        day = scene.on;
        session.set_clock(clock_at(day, turn)?)?;
        session.set_actor(&scene.actor);
        turn += play::play(&mut session, &scene, today)?;
    }
    Ok(())
}

/// The clock at the `turn`-th entry of a day.
fn clock_at(day: Date, turn: i64) -> Result<Clock, Refusal> {
    let out_of_range = || Refusal::new(RefusalKind::Broken, "the sample reaches beyond the calendar");
    let morning = NaiveTime::from_hms_opt(MORNING.0, MORNING.1, 0).ok_or_else(out_of_range)?;
    let instant = day.and_time(morning) + TimeDelta::minutes(turn * MINUTES_BETWEEN);
    let instant: DateTime<chrono::Utc> = instant.and_utc();
    Ok(Clock::Set(instant.fixed_offset()))
}
