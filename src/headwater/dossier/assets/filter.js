// Filters of the collation: rows that are filtered out are counted, never gone from the page.
(function () {
  "use strict";
  var form = document.getElementById("filters");
  if (!form) return;
  var rows = Array.prototype.slice.call(document.querySelectorAll("tbody.measure")), output = form.querySelector("output");
  function value(name) { return form.elements[name] ? form.elements[name].value : ""; }
  function apply() {
    var event = value("event"), outcome = value("outcome"), report = value("report"), differing = form.elements.differing.checked, hidden = 0;
    rows.forEach(function (row) {
      var out = (event && row.dataset.event !== event) || (outcome && row.dataset.outcome !== outcome) ||
        (report && row.dataset.reports.split(" ").indexOf(report) < 0) || (differing && !("differs" in row.dataset));
      row.hidden = !!out;
      if (out) hidden += 1;
    });
    output.textContent = hidden ? form.dataset.hidden.replace("#", rows.length - hidden).replace("%", hidden) : "";
  }
  form.addEventListener("change", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  apply();
})();
