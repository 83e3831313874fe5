// Words as search compares them: without case, accents, endings and signs that group digits; and how found words are marked.
(function () {
  "use strict";
  var endings = document.getElementById("found").dataset.endings.split(" ").filter(Boolean).sort(function (a, b) { return b.length - a.length; });
  var TOKEN = /\p{N}+(?:[.,\u00a0\u202f]\p{N}+)*|[\p{L}\p{M}\p{N}]+/gu, UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
  function fold(text) {
    // Signs go first: most texts are then plain letters, which are ten times faster to compare.
    var plain = text.replace(/(\d)[.,\u00a0\u202f](?=\d)/g, "$1").replace(/[\u0080-\u00bf\u2000-\u2bff]+/g, " ");
    if (!/[^\x00-\x7f]/.test(plain)) return plain.toLowerCase().replace(/[^a-z0-9]+/g, " ");
    return plain.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");
  }
  // What a word is found by: its beginning without an ending that says number or tense; of a number all of it.
  function stem(word) {
    var ending = endings.find(function (one) { return word.length - one.length > 2 && word.slice(-one.length) === one; });
    return ending ? word.slice(0, -ending.length) : word;
  }
  function needle(word) {
    if (UNSPACED.test(word)) return word;
    return /^\p{N}/u.test(word) ? " " + word + " " : " " + stem(word);
  }
  // A query: words that all have to stand in a place, and phrases in quotation marks that have to stand there word for word.
  function query(typed) {
    var asked = [], rest = typed.replace(/["“”„«»]([^"“”„«»]+)["“”„«»]/g, function (all, phrase) {
      if (fold(phrase).trim()) asked.push(" " + fold(phrase).trim() + " ");
      return " ";
    });
    return asked.concat(fold(rest).split(" ").filter(Boolean).map(needle));
  }
  function mark(element, asked) {
    var walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), nodes = [], node;
    while ((node = walker.nextNode())) if (!node.parentElement.closest(".vh")) nodes.push(node);
    nodes.forEach(function (text) {
      var last = 0, kept = document.createDocumentFragment();
      text.data.replace(TOKEN, function (word, at) {
        var plain = " " + fold(word).trim() + " ";
        if (!asked.some(function (one) { return plain.indexOf(one) >= 0 || (one.length > 1 && one.trim().indexOf(" ") > 0 && one.indexOf(plain) >= 0); })) return word;
        var hit = document.createElement("mark");
        hit.className = "hit";
        hit.textContent = word;
        kept.append(text.data.slice(last, at), hit);
        last = at + word.length;
        return word;
      });
      if (last) { kept.append(text.data.slice(last)); text.parentNode.replaceChild(kept, text); }
    });
  }
  function unmark() {
    document.querySelectorAll("mark.hit").forEach(function (hit) {
      var parent = hit.parentNode;
      parent.replaceChild(document.createTextNode(hit.textContent), hit);
      parent.normalize();
    });
  }
  window.headwater = window.headwater || {};
  headwater.words = { TOKEN: TOKEN, fold: function (text) { return " " + fold(text) + " "; }, query: query, mark: mark, unmark: unmark };
})();
