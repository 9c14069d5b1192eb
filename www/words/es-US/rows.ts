// Words of the tables of a clinic as they are edited, in the Data view.
import { formatCount } from "../../format.ts";
import { count } from "../count.ts";
import type { Words } from "../index.ts";

export const rows: Words["rows"] = {
  help: "Las flechas mueven, Intro o F2 edita, Escape restaura. Copiar y pegar funcionan con Excel; lo pegado se deshace en un paso.",
  add: "Añadir una fila",
  remove: "Quitar esta fila",
  discard: "Descartar lo que no se tomó",
  number: "Fila",
  newRow: "nueva",
  needed: "necesario",
  holds: (header, meaning, holds) => `${header}: ${meaning}. Admite: ${holds}.`,
  edited: (n, table) => `Se ${n === 1 ? "cambió" : "cambiaron"} ${count(n, "fila")} de ${table}`,
  removed: (table) => `Se quitó una fila de ${table}`,
  notRemoved: "La fila no se quitó:",
  refused: (n) => `${count(n, "fila")} no se ${n === 1 ? "tomó" : "tomaron"}; las celdas por corregir están marcadas.`,
  discarded: "Lo que no se tomó ya no está. La clínica sigue como estaba.",
  toCorrect: "Por corregir",
  wrong: (where, cause, action) => `${where}: ${cause}; ${action}.`,
  place: (row, header) => (header === undefined ? `fila ${row}` : `fila ${row}, ${header}`),
  cut: (most) => `Solo se pegaron las primeras ${formatCount(most)} filas: importe más como archivo.`,
  cell: (header, row) => `${header}, fila ${row}`,
};
