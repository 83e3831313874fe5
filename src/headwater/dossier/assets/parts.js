// Parts of a large case sleep as text in <noscript>, which costs a browser next to nothing; they wake when they are asked for.
(function () {
  "use strict";
  var main = document.getElementById("main");
  // What wakes went through the templates' escaping as the rest of the page did; a parsed document runs no scripts of its own.
  function wake(holder) {
    var texts = holder.matches("noscript") ? [holder] : holder.querySelectorAll("noscript");
    Array.prototype.forEach.call(texts, function (text) {
      var woken = new DOMParser().parseFromString(text.textContent, "text/html").body;
      text.replaceWith.apply(text, Array.prototype.slice.call(woken.childNodes));
    });
  }
  function find(id) {
    var here = document.getElementById(/^pair-/.test(id) ? "side" : id);
    if (here || !id) return here;
    var text = Array.prototype.find.call(main.querySelectorAll("noscript"), function (one) { return one.textContent.indexOf(' id="' + id + '"') >= 0; });
    if (text) wake(text);
    return document.getElementById(id);
  }
  // In a large case a siglum does without its report's name: the list of reports has it.
  function named(event) {
    var link = event.target.closest && event.target.closest(".sg a:not([title])");
    var listed = link && document.querySelector('table.reports a[href="' + link.getAttribute("href") + '"]');
    if (listed) link.title = listed.title;
  }
  document.addEventListener("pointerover", named);
  document.addEventListener("focusin", named);
  window.headwater = window.headwater || {};
  headwater.wake = wake;
  headwater.find = find;
})();
