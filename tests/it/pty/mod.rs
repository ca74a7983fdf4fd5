//! The real program in a pseudo-terminal, on the sample register.

#[cfg(unix)]
mod actor;
#[cfg(unix)]
mod audit_manual;
#[cfg(target_os = "linux")]
mod hang_up;
#[cfg(unix)]
mod idle;
#[cfg(unix)]
mod importing;
#[cfg(unix)]
mod meeting;
#[cfg(unix)]
pub mod record;
#[cfg(unix)]
mod screen;
#[cfg(unix)]
mod signals;
#[cfg(unix)]
pub mod terminal;
#[cfg(unix)]
mod unsaved;
