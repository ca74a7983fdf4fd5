//! What an organization puts on all its papers, and the margins of printed pages.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, html};

use super::said;
use crate::domain::text::one_line;
use crate::report::document::{Document, House, Logo, LogoKind, PaperSize};

/// Its sign, the number of the paper, who may read it.
pub(super) fn head(house: &House) -> Markup {
    html! {
        @if let Some(logo) = &house.logo { img.logo src=(inside(logo)) alt=(said(&logo.says)); }
        @let own = own(house);
        @if !own.is_empty() { p.house { (said(&own)) } }
    }
}

fn inside(logo: &Logo) -> String {
    let kind = match logo.kind {
        LogoKind::Png => "png",
        LogoKind::Jpeg => "jpeg",
    };
    format!("data:image/{kind};base64,{}", STANDARD.encode(&logo.bytes))
}

fn own(house: &House) -> String {
    let words = [house.document_id.as_str(), house.classification.as_str()];
    words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Size and margins of printed pages: whose paper and which one above, what it is bound to below.
pub(super) fn page_rules(document: &Document) -> String {
    let size = match document.house.size {
        PaperSize::A4 => "A4",
        PaperSize::Letter => "letter",
    };
    let head = css_text(&format!("{} · {}", document.organization, document.title));
    let own = css_text(&own(&document.house));
    let foot = css_text(&document.foot);
    format!(
        "@page{{size:{size};@top-left{{content:\"{head}\"}}@top-right{{content:\"{own}\"}}@bottom-left{{content:\"{foot}\"}}}}@page:first{{@top-left{{content:none}}@top-right{{content:none}}}}"
    )
}

/// Letters and digits stand as they are, everything else as a CSS escape.
fn css_text(text: &str) -> String {
    let escape = |c: char| format!("\\{:06x} ", u32::from(c));
    one_line(text)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || c == ' ' { c.to_string() } else { escape(c) })
        .collect()
}
