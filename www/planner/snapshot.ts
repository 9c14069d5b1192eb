// What is on the screen as an HTML file that stands by itself: for frames that may not print. Shadow trees are written as
// templates that a browser attaches by itself; nothing in the file can run or load.
import { wholePage } from "../styles/tokens.ts";

/** What says nothing on paper. */
const LEFT_OUT = "script, style, template, dialog, input, select, textarea, form, details:not([open]) > :not(summary), .hidden-text, [hidden]";
const EMPTY = /^(br|hr|img|input|col|wbr)$/;
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The file for an element with everything inside it. */
export function snapshot(element: Element, title: string, lang: string): string {
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    wrapped("title", escaped(title)),
    wrapped("style", wholePage.cssText),
  ];
  return `<!doctype html>\n<html lang="${escaped(lang)}" data-theme="light">${wrapped("head", head.join(""))}${wrapped("body", wrapped("main", written(element)))}</html>\n`;
}

function written(node: Node): string {
  if (node instanceof Text) return escaped(node.data);
  if (!(node instanceof Element) || node.matches(LEFT_OUT)) return "";
  const tag = node.localName;
  const attributes = [...node.attributes].filter(({ name }) => !name.startsWith("on")).map(({ name, value }) => ` ${name}="${escaped(value)}"`);
  const open = `<${tag}${attributes.join("")}>`;
  if (EMPTY.test(tag)) return open;
  const root = node.shadowRoot;
  const shadow = root ? `<template shadowrootmode="open">${wrapped("style", sheets(root))}${inside(root)}</template>` : "";
  return `${open}${shadow}${inside(node)}</${tag}>`;
}

const inside = (node: Node): string => [...node.childNodes].map(written).join("");

const sheets = (root: ShadowRoot): string => root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join("\n");

/** An element whose tag is given, so that no closing tag stands in a script that is itself inside HTML. */
const wrapped = (tag: string, text: string): string => `<${tag}>${text}</${tag}>`;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
