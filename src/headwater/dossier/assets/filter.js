// Filters of the collation and the findings: what is filtered out is counted, never gone from the page.
(function () {
  "use strict";
  Array.prototype.forEach.call(document.querySelectorAll("form.filters"), function (form) {
    var output = form.querySelector("output");
    function lets(control, item) {
      if (control.type === "checkbox") return !control.checked || "differs" in item.dataset;
      return !control.value || (item.dataset[control.name] || "").split(" ").indexOf(control.value) >= 0;
    }
    function apply() {
      var controls = Array.prototype.slice.call(form.querySelectorAll("select, input")), hidden = 0;
      var items = Array.prototype.slice.call(document.querySelectorAll(form.dataset.items));
      items.forEach(function (item) {
        item.hidden = !controls.every(function (control) { return lets(control, item); });
        if (item.hidden) hidden += 1;
      });
      output.textContent = hidden ? form.dataset.hidden.replace("#", items.length - hidden).replace("%", hidden) : "";
    }
    form.addEventListener("change", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    apply();
  });
})();
