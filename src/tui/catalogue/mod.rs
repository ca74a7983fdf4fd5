//! How a new objective begins: from a template of the starter catalogue, empty, or as a copy of another one.

mod beginning;
mod sheet;
mod view;

pub use sheet::CatalogueSheet;
