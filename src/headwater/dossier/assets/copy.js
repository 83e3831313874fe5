// Copy link, and copy as text: a reading with its words, who says so, and the sentence on repetition.
(function () {
  "use strict";
  function flat(element) { return element.textContent.replace(/\s+/g, " ").trim(); }
  function bare(element) {
    var copy = element.cloneNode(true);
    copy.querySelectorAll(".vh, sup, button").forEach(function (hidden) { hidden.remove(); });
    copy.querySelectorAll("q").forEach(function (quoted) { quoted.replaceWith("“" + quoted.textContent + "”"); });
    return flat(copy);
  }
  function said(sentence) {
    var who = Array.prototype.map.call(sentence.querySelectorAll(".who > *"), flat).filter(Boolean);
    return [who.join(", ") + ": “" + bare(sentence.querySelector("blockquote")) + "”", bare(sentence.querySelector(".says")), ""];
  }
  // A whole drawer, or the one sentence whose button was pressed.
  function words(drawer, sentence) {
    var lines = [flat(drawer.querySelector("h2")), bare(drawer.querySelector(".dapp")), ""];
    (sentence ? [sentence] : drawer.querySelectorAll(".sent")).forEach(function (one) { lines = lines.concat(said(one)); });
    if (!sentence) drawer.querySelectorAll(".stm").forEach(function (line) { lines.push(bare(line), ""); });
    return lines.concat(flat(drawer.querySelector(".standing"))).join("\n");
  }
  function put(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    var area = document.createElement("textarea");
    area.value = text;
    document.body.appendChild(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    return Promise.resolve();
  }
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (!button) return;
    var drawer = button.closest(".drawer");
    var text = button.dataset.copy === "link" ? location.href.split("#")[0] + "#" + button.dataset.to : words(drawer, button.dataset.copy === "cell" ? button.closest(".sent") : null);
    var before = button.textContent;
    button.dataset.copied = text;
    put(text).then(function () { button.textContent = document.body.dataset.copied; }, function () { /* refused */ });
    setTimeout(function () { button.textContent = before; }, 1600);
  });
})();
