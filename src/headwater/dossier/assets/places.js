// Where the address leads: the view, report or evidence that holds the place is shown, folds about it open, the head says which view it is.
(function () {
  "use strict";
  var root = document.documentElement, main = document.getElementById("main"), shown = [];
  function target() {
    var here = location.hash ? headwater.find(location.hash.slice(1)) : null;
    return here && main.contains(here) && here !== main ? here : null;
  }
  function holders(here) {
    var found = [];
    for (var one = here; one && one !== main; one = one.parentElement) {
      if (one.matches(".view, .report, tr.evidence")) found.push(one);
      if (one.tagName === "DETAILS") one.open = true;
    }
    return found.length ? found : [document.getElementById("view-summary")];
  }
  function current(tab) {
    var bar = tab.closest("nav"), held = bar.getBoundingClientRect(), here = tab.getBoundingClientRect();
    tab.setAttribute("aria-current", "page");
    bar.scrollLeft += here.left - held.left - (held.width - here.width) / 2;
  }
  function place() {
    var here = target();
    shown.forEach(function (one) { one.classList.remove("on", "deep"); });
    shown = holders(here);
    shown.forEach(function (one) {
      one.classList.add("on");
      if (!one.matches("#view-collation, #view-reports")) headwater.wake(one);
    });
    var view = shown[shown.length - 1], name = view.id.slice(5);
    view.classList.toggle("deep", view !== here && shown.length > 1);
    document.querySelectorAll("nav [data-view]").forEach(function (tab) {
      if (tab.dataset.view === name) current(tab); else tab.removeAttribute("aria-current");
    });
    root.classList.add("placed");
    if (!here) return;
    if (here.matches(".view")) window.scrollTo(0, 0);
    else here.scrollIntoView({ block: here.matches(".sent, .stm, tr.main, tr.band") ? "center" : "start" });
    if (here.hasAttribute("tabindex")) here.focus({ preventScroll: true });
  }
  window.addEventListener("hashchange", place);
  place();
})();
