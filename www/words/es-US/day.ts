// Words of the check of a day, in the Schedule view.
import { count } from "../count.ts";
import type { Words } from "../index.ts";

export const day: Words["day"] = {
  tab: "Este día",
  title: (day) => `Antes de que empiece el ${day}`,
  loading: "Mirando el día",
  looked: (sessions, findings) =>
    findings === 0 ? `${count(sessions, "sesión", "sesiones")} y nada que requiera atención.` : `${count(sessions, "sesión", "sesiones")}, ${count(findings, "cosa que requiere", "cosas que requieren")} atención.`,
  urgencies: { blocks: "No puede realizarse así", risk: "Probablemente saldrá mal, o quizá no se pague", note: "Conviene saberlo" },
  kinds: {
    double_booking: "Doble reserva",
    no_clinician: "Sin clínico",
    license: "No puede darla",
    room: "Sala",
    hours: "No está",
    over_limit: "Trabaja demasiado",
    authorization: "Autorización",
    consent: "Consentimiento",
    other_rule: "Regla",
    unconfirmed: "Sin confirmar",
    supervision: "Supervisión",
    interpreter: "Intérprete",
    travel_slack: "Trayecto justo",
    overtime: "Horas extra",
    license_ends: "Licencia por vencer",
  },
  proposal: (place) => `Libre en su lugar: ${place}`,
  use: "Mover ahí",
  note: "La página no puede despertarse sola por la mañana: mire aquí cuando empiece el día.",
};
