// Forms in a sandboxed frame are never submitted, so no submit event comes: the button and the Enter key do it.

/** A listener for the click of a form's button and for keys in its fields; `work` gets the form when it is valid. */
export function whenSent(work: (form: HTMLFormElement) => void): (event: Event) => void {
  return (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    if (event instanceof KeyboardEvent && (event.key !== "Enter" || !(target instanceof HTMLInputElement))) return;
    const form = target.closest("form");
    if (!form) return;
    event.preventDefault();
    if (form.reportValidity()) work(form);
  };
}
