// Words of relieving a clinician, in the Workload view.
import { count } from "../count.ts";
import type { Words } from "../index.ts";

export const relief: Words["relief"] = {
  relieve: "Aliviar",
  relieveWho: (name) => `Aliviar a ${name}`,
  title: (name) => `Alivio para ${name}`,
  intro: "Pone un tope al tiempo de trabajo, planifica de nuevo y muestra quién asume qué y cuánto cuesta. Nada cambia hasta que usted lo acepte.",
  leave: "Tiempo de trabajo que queda",
  percents: (percent, hours) => `${percent} % del contrato: ${hours} por semana`,
  weeks: "Durante",
  weeksOf: (n) => count(n, "semana"),
  others: "También pueden moverse sesiones de otros",
  run: "Planificar de nuevo",
  again: "Planificar de nuevo con esto",
  stop: "Detener y conservar lo mejor",
  running: "Se planifica con menos trabajo",
  progress: (percent) => `${percent} listo`,
  stopped: "Detenido antes de terminar: es lo mejor encontrado hasta ahora.",
  taken: "El motor está ocupado. Alivie cuando termine.",
  stale: "Esto responde a la pregunta anterior a su último cambio.",
  finding: (name, after, before) => `${name} trabaja ${after} en las semanas planificadas, no ${before}.`,
  unchanged: (name, hours) => `${name} trabaja ${hours} en las semanas planificadas, y el tope no pide menos.`,
  takers: (sessions, people) => `${count(sessions, "sesión pasa", "sesiones pasan")} a ${count(people, "colega")}.`,
  noTakers: "Nadie asume nada.",
  moved: (n) => `En total se ${n === 1 ? "mueve" : "mueven"} ${count(n, "sesión", "sesiones")}.`,
  dropped: (n) => `${count(n, "sesión pierde", "sesiones pierden")} su lugar.`,
  noneDropped: "Ninguna sesión pierde su lugar.",
  costs: (money) => `El plan cuesta ${money} más a los precios de la clínica.`,
  saves: (money) => `El plan cuesta ${money} menos a los precios de la clínica.`,
  noCosts: "El plan cuesta lo mismo a los precios de la clínica.",
  costNote: "Sin el precio de las sesiones sin ubicar: esas se listan por nombre.",
  who: "Quién lo asume",
  columns: { clinician: "Clínico", hours: "Horas", change: "Cambio", sessions: "Sesiones", strain: "Exigencia" },
  fromTo: (before, after) => `${before} → ${after}`,
  sessions: (gained, lost) => [gained > 0 ? `+${gained}` : "", lost > 0 ? `−${lost}` : ""].filter(Boolean).join(", ") || "0",
  relieved: "con alivio",
  lost: "Sesiones que pierden su lugar",
  mandated: "▲ la exige una regla clínica:",
  costTable: "Lo que cuesta el cambio, por parte",
  costColumns: { part: "Parte", cost: "Cambio" },
  cap: (hours, from, until, days) =>
    `El tope: ${hours} por semana del ${from} al ${until}. ${count(days, "día está", "días están")} en las semanas planificadas aquí; los planes posteriores también lo respetan.`,
  own: (faulty) =>
    faulty > 0
      ? `Solo las sesiones de este clínico podían moverse, y ${count(faulty, "sesión de otros que rompía", "sesiones de otros que rompían")} una regla: arreglarlas también está en las cifras. Optimice primero la semana para ver lo que cuesta solo el alivio.`
      : "Solo las sesiones de este clínico podían moverse.",
  accept: "Aceptar",
  accepted: (name) => `Se puso un tope al trabajo de ${name}`,
  discard: "Descartar",
  discarded: "No se cambió nada.",
  close: "Cerrar",
};
