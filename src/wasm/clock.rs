//! The page's clock. It decides how long one slice of work lasts, never what the work finds.

use wasm_bindgen::{JsCast, JsValue};

/// Milliseconds of a clock that never goes back, of the worker, page or Node process that runs the module.
pub(super) fn now_ms() -> f64 {
    let global = js_sys::global();
    let performance = match global.dyn_ref::<web_sys::WorkerGlobalScope>() {
        Some(worker) => worker.performance(),
        None => js_sys::Reflect::get(&global, &JsValue::from_str("performance"))
            .ok()
            .and_then(|value| value.dyn_into::<web_sys::Performance>().ok()),
    };
    performance.map_or_else(js_sys::Date::now, |performance| performance.now())
}
