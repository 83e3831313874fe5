// Copy link, and copy as text: a reading with its words, who says so, and the sentence on repetition.
(function () {
  "use strict";
  function words(drawer) {
    var lines = [drawer.querySelector("h2").textContent.trim(), drawer.querySelector(".dapp").textContent.trim(), ""];
    drawer.querySelectorAll(".sent").forEach(function (sentence) {
      var who = Array.prototype.map.call(sentence.querySelectorAll(".who > *"), function (part) { return part.textContent.trim(); });
      var quote = sentence.querySelector("blockquote").cloneNode(true), says = sentence.querySelector(".says").cloneNode(true);
      quote.querySelectorAll(".vh, sup").forEach(function (hidden) { hidden.remove(); });
      lines.push(who.join(", ") + ": “" + quote.textContent.replace(/\s+/g, " ").trim() + "”", says.textContent.replace(/\s+/g, " ").trim(), "");
    });
    drawer.querySelectorAll(".stm").forEach(function (line) { lines.push(line.textContent.replace(/\s+/g, " ").trim(), ""); });
    lines.push(drawer.querySelector(".standing").textContent.trim());
    return lines.join("\n");
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
    var text = button.dataset.copy === "link" ? location.href.split("#")[0] + "#" + button.dataset.to : words(drawer);
    var before = button.textContent;
    button.dataset.copied = text;
    put(text).then(function () { button.textContent = document.body.dataset.copied; }, function () { /* refused */ });
    setTimeout(function () { button.textContent = before; }, 1600);
  });
})();
