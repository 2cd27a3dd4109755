// Private keys and what opens a wallet besides a phrase, by the forms in which wallets write them down.

const BASE58 = "[1-9A-HJ-NP-Za-km-z]";
const MIXED = "(?=.*[0-9])(?=.*[A-Z])"; // as a key is, and no word

// One word of letters and digits, whole. A digit more or less, and the key fails: then somebody asks.
const WORDS = [
  ["hash", /^(?:0x)?(?=.*[a-f])[0-9a-f]{60,66}$/i], // a hash of most networks, or a key of most
  ["hash", RegExp(`^${MIXED}${BASE58}{86,88}$`)], // Solana: signatures name transactions, and key pairs look the same
  ["secret", /^(?:0x)?[0-9a-f]{128}$/i],
  ["secret", RegExp(`^${MIXED}${BASE58}{51,52}$`)], // wallet import format of Bitcoin and its kin
  ["secret", RegExp(`^6P${BASE58}{56}$`)], // the same under a password (BIP-38)
  ["secret", RegExp(`^(?:[xyztuvYZUV]prv|[LMtd][tg]pv)${BASE58}{12,}`)], // an extended private key (BIP-32)
  ["secret", RegExp(`^s${MIXED}${BASE58}{27,30}$`)], // XRP Ledger
  ["secret", /^S[A-Z2-7]{55}$/], // Stellar
  ["secret", RegExp(`^edsk${BASE58}{50,}$`)], // Tezos
  ["secret", /^(?=.*[2-7].*[2-7])(?=.*[a-z].*[a-z])[a-z2-7]{32}$/i], // the second factor of an authenticator
];

// Anywhere in a text.
const ANYWHERE = [
  /otpauth(?:-migration)?(?::|%3a)(?:\/|%2f){0,2}[a-z]|[?&]secret=[a-z2-7]{16}/i, // the set-up of an authenticator
  /-----(?:BEGIN|END) [A-Z ]*PRIVATE KEY/,
  /\d{1,3}(?:[\s,]+\d{1,3}){31,}/, // a key pair of Solana as numbers of bytes
  /["'“”](?:crypto|cipher|cipherparams|ciphertext|kdf|kdfparams|dklen|iv|mac|salt)["'“”]\s*:/i, // a keystore
  /\b(?:cipherparams|ciphertext|kdfparams|dklen)\b\s*[:=]/i,
  /(?:sec|pri?v|sk)[a-z_-]{0,30}1[02-9ac-hj-np-z]{40}/i, // in bech32: Sui, Nostr, Cardano, Zcash
  RegExp(`ed25519:${BASE58}{40,}|ed25519-priv-0x[0-9a-f]{32,}|PVT_[A-Z0-9]+_`, "i"), // NEAR, Aptos, EOS
];

const DISTINCT = 4; // digits and letters at least: "00000…" is none
const MOST_GAP = 3; // characters between groups
const LONG_GROUP = 10; // characters of a group that may be part of a key, whatever the others' lengths
const HEXADECIMAL = 64; // digits of a hash or key

// "secret", "hash" or null.
export function keyIn(text) {
  if (ANYWHERE.some((form) => form.test(text)) || isNumbers(text)) return "secret";
  let found = null;
  for (const word of [...(text.match(/[0-9a-z]{28,}/gi) ?? []), ...grouped(text)]) {
    if (new Set(word).size < DISTINCT) continue;
    for (const [kind, form] of WORDS) {
      if (!form.test(word)) continue;
      if (kind === "secret") return kind;
      found = kind;
    }
  }
  return found;
}

// Eight numbers of six digits, as the XRP Ledger knows them (XLS-12): the last digit checks the others.
function isNumbers(text) {
  const [numbers] = /(?:\d{6}[\s-]+){7}\d{6}/.exec(text) ?? [];
  return Boolean(numbers) && numbers.split(/[\s-]+/).every((number, place) => (
    (Number(number.slice(0, 5)) * (place * 2 + 1)) % 9 === Number(number[5])
  ));
}

// Groups of letters and digits as the one word that they may be: of one length ("ab:cd:…", "0xab12 cd34 …"), the last
// one perhaps shorter; long ones, as on two lines; and hexadecimal ones that make up a hash.
function* grouped(text) {
  if (!/(?:[0-9][^0-9]*){8}/.test(text)) return;
  for (const groups of rows(text)) {
    for (const alike of [(a, b) => a.length === b.length, (a, b) => Math.min(a.length, b.length) >= LONG_GROUP]) {
      for (let start = 0, end; start < groups.length; start = end) {
        for (end = start + 1; end < groups.length && alike(groups[end - 1], groups[end]);) end++;
        if (end - start < 2) continue;
        const word = groups.slice(start, end).join("");
        yield word;
        if (groups[end]?.length < groups[start].length) yield word + groups[end];
      }
    }
    for (let end = groups.length; end > 0; end--) {
      let digits = "";
      for (let place = end - 1; place >= 0 && /^[0-9a-f]{2,}$/i.test(groups[place]); place--) {
        digits = groups[place] + digits;
        if (digits.length >= HEXADECIMAL) break;
      }
      if (digits.length === HEXADECIMAL) yield digits;
    }
  }
}

// The groups that follow each other closely, row by row.
function rows(text) {
  const found = [[]];
  let end = 0;
  for (const match of text.matchAll(/[0-9a-z]+/gi)) {
    const gap = text.slice(end, match.index);
    end = match.index + match[0].length;
    if (gap.length > MOST_GAP || /[\u3400-\u9fff]/.test(gap)) found.push([]);
    const group = match[0].replace(/^0x/i, "");
    if (group) found[found.length - 1].push(group);
  }
  return found;
}
