// The part of autocannon that the benchmark uses; the package brings no types.
declare module 'autocannon' {
  interface Wish { url: string; connections: number; duration: number; headers?: Record<string, string> }
  interface Outcome { requests: { average: number }; latency: { p97_5: number }; non2xx: number; errors: number }
  export default function autocannon(wish: Wish): Promise<Outcome>;
}
