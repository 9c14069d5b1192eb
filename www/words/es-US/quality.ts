// Words of the list of doubtful data.
import type { DoubtKind, Mend } from "../../engine/types.ts";
import { count } from "../count.ts";
import type { Words } from "../index.ts";
import { tableName } from "./ids.ts";

/** Kinds of findings: one, many. */
const kinds: Record<DoubtKind, readonly [string, string]> = {
  similar_rooms: ["par de salas con casi el mismo nombre", "pares de salas con casi el mismo nombre"],
  similar_skills: ["habilidad escrita de dos formas", "habilidades escritas de dos formas"],
  similar_disciplines: ["disciplina escrita de dos formas", "disciplinas escritas de dos formas"],
  similar_services: ["par de servicios con casi el mismo nombre", "pares de servicios con casi el mismo nombre"],
  long_session: ["sesión demasiado larga", "sesiones demasiado largas"],
  many_visits: ["día con demasiadas sesiones", "días con demasiadas sesiones"],
  documentation_beyond_day: ["día con más documentación que tiempo", "días con más documentación que tiempo"],
  wrong_order: ["fila con fechas en orden equivocado", "filas con fechas en orden equivocado"],
  parts_beyond_paid: ["día cuyas partes superan el tiempo pagado", "días cuyas partes superan el tiempo pagado"],
  missing_level: ["hueco en los niveles de atención", "huecos en los niveles de atención"],
  level_differs: ["nivel de atención que no va con la fase", "niveles de atención que no van con la fase"],
  stale_phase: ["fase sin actualizar", "fases sin actualizar"],
  license_expired: ["licencia vencida", "licencias vencidas"],
  license_expiring: ["licencia que vence pronto", "licencias que vencen pronto"],
  no_hours: ["hueco en el horario de las personas", "huecos en el horario de las personas"],
  authorizations_overlap: ["par de autorizaciones que se superponen", "pares de autorizaciones que se superponen"],
  units_used_up: ["autorización agotada", "autorizaciones agotadas"],
  unresolved_past: ["pasado sin resultados", "pasados sin resultados"],
  same_session_twice: ["sesión ingresada dos veces", "sesiones ingresadas dos veces"],
  sudden_shift: ["cambio brusco en las sesiones por semana", "cambios bruscos en las sesiones por semana"],
};

const closed = { completed: "Marcar como realizada", no_show: "Marcar como ausencia", void: "Marcar como anulada" } as const;

/** What a mend's button says. */
function mend(each: Mend): string {
  switch (each.kind) {
    case "one_spelling":
      return `Escribir “${each.to}” en todas partes`;
    case "one_room":
      return "Unir en una sala";
    case "one_service":
      return "Unir en un servicio";
    case "close_past":
    case "close_sessions":
      return closed[each.as_what];
    case "clear_documentation":
      return "Vaciar la documentación";
    case "end_authorization":
      return `Terminar la anterior el ${each.until}`;
    case "remove_authorization":
      return "Quitar la repetida";
    case "swap_care_dates":
      return "Intercambiar las dos fechas";
    case "set_levels":
      return each.levels.length === 1 ? `Poner el nivel ${each.levels[0]?.level ?? ""}` : `Poner ${count(each.levels.length, "nivel", "niveles")} por fase`;
    case "site_hours":
      return "Usar el horario de la sede";
  }
}

export const quality: Words["quality"] = {
  title: "Datos dudosos",
  intro: "Filas que se pueden usar pero que probablemente están mal, o sobre las que hay algo que hacer. Cada arreglo se puede deshacer.",
  looking: "Se revisan los datos",
  retry: "Revisar de nuevo",
  none: "No se encontró nada dudoso.",
  finding: (errors, warnings, notes) =>
    `${count(errors, "tipo")} de falla que no puede quedar como está, ${count(warnings, "tipo")} por revisar, ${count(notes, "tipo")} que conviene conocer.`,
  kind: (kind, n) => count(n, ...kinds[kind]),
  grades: { error: "No puede ser", warning: "Por revisar", note: "Nota" },
  sure: { certain: "seguro", likely: "probable", possible: "posible" },
  why: (text) => `Por qué importa: ${text}.`,
  rows: (shown, more) => (more > 0 ? `${shown} y ${count(more, "fila más", "filas más")}` : shown),
  row: (table, row, id) => `${tableName(table)} ${row} (${id})`,
  more: (n) => `Mostrar ${n} más`,
  notListed: (n) => `No se ${n === 1 ? "lista" : "listan"} ${count(n, "hallazgo más", "hallazgos más")} de este tipo.`,
  mend,
  all: (n) => `Arreglar los ${n}`,
  done: (what) => `Arreglado: ${what}`,
};
