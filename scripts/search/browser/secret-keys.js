// Private keys and what opens a wallet besides a phrase, by the forms in which wallets write them down.

const BASE58 = "[1-9A-HJ-NP-Za-km-z]";

// One word of letters and digits, whole.
const WORDS = [
  ["hash", /^(?:0x)?[0-9a-f]{64}$/i], // a hash of most networks, or a key of most
  ["hash", RegExp(`^${BASE58}{86,88}$`)], // Solana: a signature names its transaction; a key pair looks the same
  ["secret", /^(?:0x)?[0-9a-f]{128}$/i],
  ["secret", RegExp(`^(?=.*[0-9])(?=.*[A-Z])${BASE58}{51,52}$`)], // wallet import format of Bitcoin and its kin
  ["secret", RegExp(`^6P${BASE58}{56}$`)], // the same under a password (BIP-38)
  ["secret", RegExp(`^(?:[xyztuvYZUV]prv|[Ltd][tg]pv)${BASE58}{12,}`)], // an extended private key (BIP-32)
  ["secret", RegExp(`^s(?=.*[0-9])(?=.*[A-Z])${BASE58}{27,30}$`)], // XRP Ledger
  ["secret", /^S[A-Z2-7]{55}$/], // Stellar
  ["secret", /^(?:suiprivkey|nsec)1[02-9ac-hj-np-z]{20,}$/i], // Sui, Nostr
  ["secret", RegExp(`^edsk${BASE58}{50,}$`)], // Tezos
];

// Anywhere in a text.
const ANYWHERE = [
  /otpauth(?:-migration)?:\/\//i, // the set-up of an authenticator
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\[?\s*\d{1,3}(?:\s*,\s*\d{1,3}){31,}/, // a key pair of Solana as numbers of bytes
  /["'“”](?:crypto|cipher|cipherparams|ciphertext|kdf|kdfparams|dklen|iv|mac|salt)["'“”]\s*:/i, // a keystore
  /\b(?:cipherparams|ciphertext|kdfparams|dklen)\b\s*[:=]/i,
  RegExp(`ed25519:${BASE58}{40,}|ed25519-priv-0x[0-9a-f]{32,}`, "i"), // NEAR, Aptos
  /(?:secret|set-?up|2fa|totp|otp|密钥|设置码)[^\n]{0,16}?\b(?:[A-Z2-7]{4}[ -]){3,}[A-Z2-7]{4}/, // of an authenticator
];

const HEXADECIMAL = 64; // digits of a hash or key
const MOST_GAP = 3; // characters between groups of digits
const LEAST_DIGITS = /(?:[0-9][^0-9]*){16}/; // from 0 to 9 among them: of random ones, 40

// "secret", "hash" or null.
export function keyIn(text) {
  let found = null;
  for (const [word] of text.matchAll(/[0-9a-z]{28,}/gi)) {
    for (const [kind, form] of WORDS) {
      if (!form.test(word)) continue;
      if (kind === "secret") return kind;
      found = kind;
    }
  }
  if (ANYWHERE.some((form) => form.test(text))) return "secret";
  return found ?? (LEAST_DIGITS.test(text) && hexadecimalIn(text) ? "hash" : null);
}

// Sixty-four hexadecimal digits in groups: "ab:cd:…", "0xab12 cd34 …", on two lines.
function hexadecimalIn(text) {
  const groups = []; // those that follow each other: their digits
  let end = 0;
  for (const match of text.matchAll(/[0-9a-z]+/gi)) {
    const group = match[0].toLowerCase().replace(/^0x/, "");
    const gap = text.slice(end, match.index);
    if (gap.length > MOST_GAP || /[\u3400-\u9fff]/.test(gap)) groups.length = 0;
    end = match.index + match[0].length;
    if (/^[0-9a-f]{2,}$/.test(group)) groups.push(group);
    else if (group) groups.length = 0;
    let digits = "";
    for (let place = groups.length - 1; place >= 0 && digits.length < HEXADECIMAL; place--) {
      digits = groups[place] + digits;
    }
    if (digits.length === HEXADECIMAL && /[0-9]/.test(digits) && /[a-f]/.test(digits)) return true;
  }
  return false;
}
