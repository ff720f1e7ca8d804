/** The modules that a bundle reads its data from; they are made with the package. */
declare module '*/data/appearances.js' {
  const text: string;
  export default text;
}
declare module '*/data/benchmarks.js' {
  const text: string;
  export default text;
}
declare module '*/data/metric_types.js' {
  const text: string;
  export default text;
}
declare module '*/data/papers.js' {
  const text: string;
  export default text;
}
declare module '*/data/redirects.js' {
  const text: string;
  export default text;
}
