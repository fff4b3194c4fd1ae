declare module 'jstat' {
  interface Distributions {
    beta: { inv(p: number, alpha: number, beta: number): number };
  }
  const jstat: { jStat: Distributions };
  export default jstat;
}
