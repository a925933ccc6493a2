/** Bytes that a block of Keccak-256 takes in. */
const RATE = 136;

/**
 * Where each lane goes, by how many bits it turns on the way, and what is added in each round (FIPS 202, 3.2). All lists
 * are of one kind: where code meets several, engines read each more slowly.
 */
const PLACES = new Int32Array(50);
const TURNS = new Int32Array(50);
const ROUNDS = new Int32Array(48);
{
  let [x, y, register] = [1, 0, 1];
  for (let round = 0; round < 24; round++) {
    const lane = 2 * (x + 5 * y);
    [x, y] = [y, (2 * x + 3 * y) % 5];
    PLACES[lane] = 2 * (x + 5 * y);
    TURNS[lane] = (((round + 1) * (round + 2)) / 2) % 64;
    const sum = ROUNDS.subarray(2 * round);
    for (let bit = 0; bit < 7; bit++) {
      const at = 2 ** bit - 1;
      if (register & 1) sum[at >> 5] = of(sum, at >> 5) ^ (1 << (at & 31));
      register = (register << 1) ^ (register >> 7 ? 0x171 : 0);
    }
  }
}

/** The hash that Ethereum uses. A page that needs nothing else of a library of hashes loads a fifth of one. */
export function keccak256(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 1) / RATE) * RATE);
  padded.set(bytes);
  padded[bytes.length] = 1;
  padded[padded.length - 1] = (padded.at(-1) ?? 0) | 0x80;
  const words = new DataView(padded.buffer);
  const state = new Int32Array(50);
  for (let at = 0; at < padded.length; at += RATE) {
    for (let i = 0; i < RATE / 4; i++) state[i] = of(state, i) ^ words.getUint32(at + 4 * i, true);
    permute(state);
  }
  const hash = new DataView(new ArrayBuffer(32));
  for (let i = 0; i < 8; i++) hash.setInt32(4 * i, of(state, i), true);
  return new Uint8Array(hash.buffer);
}

const columns = new Int32Array(10);
const moved = new Int32Array(50);

/** The permutation, on 25 lanes of 64 bits, each as its low and its high half. Tens of thousands of answers pass it. */
function permute(s: Int32Array): void {
  for (let round = 0; round < 48; round += 2) {
    for (let x = 0; x < 10; x++) columns[x] = of(s, x) ^ of(s, x + 10) ^ of(s, x + 20) ^ of(s, x + 30) ^ of(s, x + 40);
    for (let x = 0; x < 10; x += 2) {
      const after = x === 8 ? 0 : x + 2;
      const before = x === 0 ? 8 : x - 2;
      const low = of(columns, before) ^ turned(of(columns, after), of(columns, after + 1), 1);
      const high = of(columns, before + 1) ^ turned(of(columns, after + 1), of(columns, after), 1);
      for (let i = x; i < 50; i += 10) {
        const turn = of(TURNS, i);
        const place = of(PLACES, i);
        const a = turn < 32 ? of(s, i) ^ low : of(s, i + 1) ^ high;
        const b = turn < 32 ? of(s, i + 1) ^ high : of(s, i) ^ low;
        moved[place] = turned(a, b, turn);
        moved[place + 1] = turned(b, a, turn);
      }
    }
    for (let y = 0; y < 50; y += 10) {
      for (let x = y; x < y + 10; x++)
        s[x] = of(moved, x) ^ (~of(moved, x < y + 8 ? x + 2 : x - 8) & of(moved, x < y + 6 ? x + 4 : x - 6));
    }
    s[0] = of(s, 0) ^ of(ROUNDS, round);
    s[1] = of(s, 1) ^ of(ROUNDS, round + 1);
  }
}

function of(list: Int32Array, at: number): number {
  return list[at] ?? 0;
}

/** The higher bits of `word`, and below them those that come from `other`. */
function turned(word: number, other: number, by: number): number {
  return by === 0 ? word : (word << by) | (other >>> (32 - by));
}
