// The tools of the running head: text size, theme, print.
(function () {
  "use strict";
  var root = document.documentElement, sizes = ["-1", "0", "1", "2"], themes = ["system", "light", "dark"];
  function keep(key, value) { try { localStorage.setItem("headwater-" + key, value); } catch (e) { /* private window */ } }
  document.querySelectorAll("[data-size]").forEach(function (button) {
    if (button.tagName !== "BUTTON") return;
    button.addEventListener("click", function () {
      var step = Number(button.dataset.size), now = Math.max(0, sizes.indexOf(root.dataset.size || "0"));
      var next = step === 0 ? "0" : sizes[Math.min(sizes.length - 1, Math.max(0, now + step))];
      root.dataset.size = next;
      keep("size", next);
    });
  });
  var theme = document.getElementById("theme");
  function show(name) { theme.textContent = theme.dataset[name]; }
  show(root.dataset.theme || "system");
  theme.addEventListener("click", function () {
    var next = themes[(themes.indexOf(root.dataset.theme || "system") + 1) % themes.length];
    if (next === "system") delete root.dataset.theme; else root.dataset.theme = next;
    show(next);
    keep("theme", next);
  });
  document.getElementById("print").addEventListener("click", function () { window.print(); });
})();
