// Folds open for print, and close again after it.
(function () {
  "use strict";
  var opened = [];
  window.addEventListener("beforeprint", function () {
    headwater.wake(document.getElementById("main"));
    opened = Array.prototype.filter.call(document.querySelectorAll("details"), function (fold) { return !fold.open; });
    opened.forEach(function (fold) { fold.open = true; });
  });
  window.addEventListener("afterprint", function () { opened.forEach(function (fold) { fold.open = false; }); opened = []; });
})();
