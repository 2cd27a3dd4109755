// A text as words of any script, in one form for what looks the same.

// Letters of other alphabets that look like Latin ones, each before the one it looks like.
const LOOK_ALIKES = [
  ..."аaеeоoрpсcуyхxіiјjѕsԁdһhӏlԛqԝwкkмmтtвbнhгrпn", // Cyrillic
  ..."αaβbεeηnιiκkνvοoρpτtυuχxγyωw", // Greek
  ..."ɑaıiɡgʟlɴnʀrꜱs",
];
const LATIN = new Map(LOOK_ALIKES.filter((_, place) => place % 2 === 0).map((letter, pair) => [letter, LOOK_ALIKES[pair * 2 + 1]]));

const MARKUP = /<[^<>]{0,40}>|&(?:[a-z]{2,8}|#\d{1,6});/g;
const WORD = /[a-z]+|[\u3040-\u30ff]+|[\uac00-\ud7af]+|[\u3400-\u9fff]+/g;

// The words of a text, with what stands before each. Numbers and signs are none. The last one is `open` if nothing
// stands behind it: the reader may be typing it still.
export function wordsOf(text) {
  text = folded(text);
  const words = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    words.push({ word: match[0], before: text.slice(end, match.index), open: false });
    end = match.index + match[0].length;
  }
  if (words.length) words[words.length - 1].open = end === text.length;
  return words;
}

// Without accents, look-alikes, capitals and markup. The marks of Japanese and Korean stay.
export function folded(text) {
  text = text.toLowerCase().replace(MARKUP, " ").normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  return text.replace(/[\u0080-\u058f\ua730-\ua7ff]/g, (letter) => LATIN.get(letter) ?? letter);
}

export const inHan = (word) => word[0] >= "\u3400" && word[0] <= "\u9fff";
export const inLatin = (word) => word[0] <= "z";
