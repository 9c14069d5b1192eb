// What `cargo xtask bench claims` measured: the section of docs/benchmarks.md, put in when the page is built.
declare module "virtual:claims" {
  const text: string;
  export default text;
}
