//! `Basic`: rows of tables that R4 has no resource for, as this planner writes them.

use crate::model::columns;
use crate::model::fhir::table_url;

use super::context::Context;
use super::element::Element;

/// A row of the table that the code names.
pub(super) fn basic(cx: &mut Context, element: &Element) {
    let code = element.child("code").and_then(|code| code.code(&table_url("")));
    let Some(table) = code.and_then(columns::table) else {
        cx.count(
            "fhir.not_used",
            "it holds nothing that is planned with".into(),
            "nothing",
        );
        return;
    };
    let row = cx.start(table.name, element);
    if row.is_ours() {
        cx.keep(table.name, row);
    }
}
