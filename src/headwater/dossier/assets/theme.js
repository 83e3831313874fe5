// Theme and text size as the reader chose them, set before the page is drawn.
(function () {
  "use strict";
  var root = document.documentElement;
  function recall(key) { try { return localStorage.getItem("headwater-" + key); } catch (e) { return null; } }
  root.classList.add("scripted");
  var theme = recall("theme"), size = recall("size");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (size) root.dataset.size = size;
})();
