// The plan, the schedule it was made from, and what another system has meanwhile: an item for every session that differs.
import type { ReconcileItem, ReconcileReply, Slot } from "../engine/types.ts";
import { formatMoment } from "../format.ts";
import { words } from "../words/index.ts";
import type { ClinicIndex } from "./clinic.ts";
import { nameOf } from "./describe.ts";

export type Take = ReconcileItem["take"];

/** Items that somebody has to look at come first: conflicts that are not decided. */
export function openConflicts(reply: ReconcileReply): number {
  return reply.items.filter((item) => item.conflict && !item.decided).length;
}

/** Who and what a session is, in a few words. */
export function whoOf(index: ClinicIndex, slot: Slot, names: boolean): string {
  const service = index.services.get(slot.service)?.name ?? slot.service;
  const patient = slot.patient ? (names ? nameOf(index, "patient", slot.patient) : slot.patient) : undefined;
  const seats = slot.seats?.length ? words.reconcile.seats(slot.seats.length) : undefined;
  return [service, patient, seats].filter(Boolean).join(", ");
}

/** When, with whom and where a session is. */
export function whereOf(index: ClinicIndex, slot: Slot | null | undefined): string {
  if (!slot) return words.reconcile.none;
  const clinicians = slot.clinicians.map((id) => nameOf(index, "clinician", id)).join(", ");
  const place = slot.room ? nameOf(index, "room", slot.room) : words.modalities[slot.modality];
  return [formatMoment(slot.start), words.reconcile.minutes(slot.minutes), clinicians, place].filter(Boolean).join(", ");
}

/** The session as any side has it. */
export function anySide(item: ReconcileItem): Slot | undefined {
  return item.theirs ?? item.ours ?? item.base ?? undefined;
}
