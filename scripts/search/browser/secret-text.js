// A text as words of any script, in one form for what looks the same.

// Letters of other alphabets that look like Latin ones, each before the one it looks like.
const LOOK_ALIKES = [
  ..."аaеeоoрpсcуyхxіiјjѕsԁdһhӏlԛqԝwкkмmтtвbнhгrпn", // Cyrillic
  ..."αaβbεeηnιiκkνvοoρpτtυuχxγyωw", // Greek
  ..."ɑaıiɡgʟlɴnʀrꜱs",
];
const LATIN = new Map(LOOK_ALIKES.flatMap((letter, place) => (place % 2 ? [] : [[letter, LOOK_ALIKES[place + 1]]])));

const MARKUP = /<[^<>]{0,40}>|&(?:[a-z]{2,8}|#\d{1,6});|\\[nrt]|%[0-9a-f]{2}/g;
// How many a word is, where it stands before each: "第五个词是".
const ORDINAL = /第[一二三四五六七八九十\d]+个?[字词]?[是为]?/g;
// Numbers as words, and what stands before the last word of a list.
const NUMBERS = new Set(
  ("one two three four five six seven eight nine ten eleven twelve first second third fourth fifth sixth seventh " +
   "eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth " +
   "twentieth and").split(" "));
const KATAKANA = /[\u30a1-\u30f6]/g;
const WORD = /[a-z]+|[\u3040-\u30ff]+|[\uac00-\ud7af]+|[\u3400-\u9fff]+/g;

// A word that numbers others ("word 1: …, word 2: …"): how often it comes at least, and every how many words. A single
// character may come as often by itself.
const LABEL = 3, EVERY = 3, EVERY_CHARACTER = 2;

// The words of a text, with what stands before each. Numbers, signs and what numbers them are none. The last one is
// `open` if nothing stands behind it: the reader may be typing it still.
export function wordsOf(text) {
  text = folded(text);
  const words = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (NUMBERS.has(match[0])) continue;
    words.push({ word: match[0], before: text.slice(end, match.index), open: false });
    end = match.index + match[0].length;
  }
  if (words.length) words[words.length - 1].open = end === text.length;
  const counts = new Map();
  for (const { word } of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const isLabel = (word) => (
    counts.get(word) >= LABEL && counts.get(word) * (word.length > 1 ? EVERY : EVERY_CHARACTER) >= words.length
  );
  return words.some(({ word }) => !isLabel(word)) ? words.filter(({ word }) => !isLabel(word)) : words;
}

// Without accents, look-alikes, capitals and markup. The marks of Japanese and Korean stay.
function folded(text) {
  text = text.toLowerCase().replace(MARKUP, " ").replace(ORDINAL, " ");
  text = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  text = text.replace(KATAKANA, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
  return text.replace(/[\u0080-\u058f\ua730-\ua7ff]/g, (letter) => LATIN.get(letter) ?? letter);
}

export const inHan = (word) => word[0] >= "\u3400" && word[0] <= "\u9fff";
export const inLatin = (word) => word[0] <= "z";
