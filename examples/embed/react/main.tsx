import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import type { PlannerDocument, PlannerElement } from "rosterwell";
import "./rosterwell.ts";

function Planner({ document }: { readonly document: PlannerDocument }) {
  const planner = useRef<PlannerElement>(null);
  const [status, setStatus] = useState("Loading");
  // The workers end with the component; a component that comes back opens its document anew.
  useEffect(() => {
    const element = planner.current;
    if (element) element.plan = document;
    return () => void element?.dispose();
  }, [document]);
  return (
    <>
      <p role="status">{status}</p>
      <button type="button" onClick={() => void planner.current?.solve()}>
        Plan the week
      </button>
      <rw-planner
        ref={planner}
        view="schedule"
        onrw-ready={() => setStatus("Ready")}
        onrw-solve-end={({ detail }) => setStatus(`${detail.result?.unplaced ?? "?"} sessions have no place`)}
      />
    </>
  );
}

const document: PlannerDocument = await (await fetch("clinic.json")).json();
const root = globalThis.document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Planner document={document} />
    </StrictMode>,
  );
}
