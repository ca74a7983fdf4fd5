//! The auditor's probe: one objective with everything there is to show for it, its readings, the walk through it, and
//! the basket that collects pages for one document.

mod basket;
mod layout;
mod page;
mod readings;
mod sheet;
mod trail;
mod walk;

pub use basket::BasketSheet;
pub use readings::ReadingsSheet;
pub use sheet::ProbeSheet;
