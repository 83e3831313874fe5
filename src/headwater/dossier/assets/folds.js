// Folds: all open for print, and one that holds the place a link leads to opens.
(function () {
  "use strict";
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.filter.call(document.querySelectorAll("details"), function (fold) { return !fold.open; });
    opened.forEach(function (fold) { fold.open = true; });
  });
  window.addEventListener("afterprint", function () { opened.forEach(function (fold) { fold.open = false; }); opened = []; });
  function reveal() {
    var here = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    for (var fold = here && here.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (!here) return;
    here.scrollIntoView({ block: here.closest(".evidence") ? "center" : "start" });
    if (here.tabIndex === -1 && here.hasAttribute("tabindex")) here.focus({ preventScroll: true });
  }
  window.addEventListener("hashchange", reveal);
  if (location.hash) reveal();
})();
