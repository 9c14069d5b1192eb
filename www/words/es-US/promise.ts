// Words of the Privacy view: how this copy runs, what can be checked, and how.
import { count } from "../count.ts";
import type { Words } from "../index.ts";

export const promise: Words["promise"] = {
  mode: "Cómo funciona esta copia",
  modes: {
    hosted: "Desde un servidor",
    portal: "En el marco de un portal",
    file: "Un archivo en esta computadora",
    element: "Dentro de la página de un proveedor",
  },
  strengths: {
    hosted:
      "La política del propio archivo y su marco cerrado rechazan toda solicitud. Si el servidor envía los encabezados que recomendamos, los navegadores que los conocen (Chromium 152 y posteriores) rechazan también el resto: conexiones anticipadas. Esta página no puede ver los encabezados que envió su servidor.",
    portal:
      "Como desde un servidor. Lo que esta página dijera al portal que la rodea, el portal podría pasarlo; esta página no le dice nada de lo que usted abre si no presiona Enviar al portal. Un portal que el archivo nombra oye además qué altura tiene la página y cómo avanza un cálculo.",
    file: "La política del propio archivo y su marco cerrado rechazan toda solicitud. Si alguna vez corriera aquí código ajeno, podría hacer que el navegador busque el nombre de un servidor o abra una conexión, pero no enviar nada por ella.",
    element: "Este código corre con los derechos de la página que lo rodea, y a esa página nada se le rechaza. Para la promesa completa, abra el archivo o póngalo en un marco.",
  },
  version: "Versión",
  build: "Compilación",
  buildNote:
    "La compilación es un SHA-256 de las partes de este archivo tal como se empaquetaron; está aquí para distinguir dos copias. Una página no puede dar fe de sí misma: compare el SHA-256 del archivo con el que se publicó.",
  noBuild: "sin empaquetar",
  compare: "En Linux y macOS: sha256sum rosterwell.html. En Windows: Get-FileHash rosterwell.html.",
  check: "Pruébelo usted",
  attempt: "Intentar enviar algo",
  attemptNote: "Pide rosterwell.invalid, una dirección que nunca puede existir. Es la única solicitud que esta página sabe hacer.",
  trying: "Intentando…",
  refused: (directive) => `El navegador lo rechazó antes de enviar nada: ${directive} lo prohíbe.`,
  left: "No se rechazó: el navegador buscó la dirección y no la encontró. La política no está vigente en esta copia.",
  checks: [
    "Desconecte la red y presione Optimizar la semana. El resultado es el mismo.",
    "Abra las herramientas de desarrollo (F12), elija Red y trabaje un rato: no se agrega nada fuera de lo que el archivo lleva dentro (data: y blob:). Presione el botón de arriba y habrá una línea, marcada como bloqueada.",
    "En las mismas herramientas, elija Aplicación: ninguna cookie, ningún almacenamiento fuera de lo que esta página dijo que guardó.",
  ],
  refusals: (n) => `El navegador rechazó ${count(n, "intento")} de esta página.`,
  sees: "Esto cuenta lo que el navegador informa de esta página. No ve el proceso del motor, otras pestañas, las extensiones ni el propio navegador; el motor está bajo la misma política, y las herramientas de desarrollo lo muestran todo.",
};
