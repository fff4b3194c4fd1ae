declare module 'jstat' {
  interface Distributions {
    beta: { inv(p: number, alpha: number, beta: number): number };
    studentt: { inv(p: number, degreesOfFreedom: number): number };
  }
  const jstat: { jStat: Distributions };
  export default jstat;
}
