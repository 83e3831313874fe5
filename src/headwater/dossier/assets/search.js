// Search over everything on the page: paragraphs of reports first, then rows, findings and speakers; hits are highlighted.
(function () {
  "use strict";
  var form = document.getElementById("search"), box = document.getElementById("found"), main = document.getElementById("main");
  if (!form) return;
  var field = form.elements.q, index = null, timer = 0, MOST = 200;
  var PLACES = ".para, .furn p, tr.main, tr.rd, .finding, table.speakers tbody tr, table.dates tbody tr, table.reports tbody tr, .problems li, .stm, .tie";
  function plain(text) { return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  function build() {
    index = [];
    document.querySelectorAll(PLACES).forEach(function (element) {
      index.push({ element: element, text: plain(element.textContent.replace(/\s+/g, " ")) });
    });
  }
  function unmark() {
    document.querySelectorAll("mark.hit").forEach(function (mark) {
      var parent = mark.parentNode;
      parent.replaceChild(document.createTextNode(mark.textContent), mark);
      parent.normalize();
    });
  }
  function mark(element, words) {
    var walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), nodes = [], node;
    var any = new RegExp("(" + words.map(function (word) { return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); }).join("|") + ")", "i");
    while ((node = walker.nextNode())) nodes.push(node);
    nodes.forEach(function (text) {
      var parts = text.data.split(any);
      if (parts.length < 2) return;
      var kept = document.createDocumentFragment();
      parts.forEach(function (part, place) {
        var sign = place % 2 ? document.createElement("mark") : null;
        if (sign) { sign.className = "hit"; sign.textContent = part; }
        if (part) kept.appendChild(sign || document.createTextNode(part));
      });
      text.parentNode.replaceChild(kept, text);
    });
  }
  function context(element, words) {
    var text = element.textContent.replace(/\s+/g, " ").trim(), at = plain(text).indexOf(words[0]), start = Math.max(0, at - 70);
    return (start ? "… " : "") + text.slice(start, start + 200) + (start + 200 < text.length ? " …" : "");
  }
  function where(element) {
    var report = element.closest(".report"), view = element.closest(".view");
    var head = (report || view).querySelector("h1");
    var letter = report ? report.querySelector(".bigsiglum").textContent + " " : "";
    return letter + (head ? head.textContent : "");
  }
  function address(element) {
    if (!element.id) element.id = "hit-" + Math.random().toString(36).slice(2);
    return element.id;
  }
  function run() {
    unmark();
    var words = plain(field.value.trim()).split(/\s+/).filter(Boolean);
    box.textContent = "";
    box.hidden = !words.length;
    main.classList.toggle("searching", !!words.length);
    if (!words.length) return;
    if (!index) build();
    var hits = index.filter(function (entry) { return words.every(function (word) { return entry.text.indexOf(word) >= 0; }); });
    var head = document.createElement("h1");
    head.className = "section";
    head.textContent = hits.length ? hits.length + " " + box.dataset.count : box.dataset.none;
    box.appendChild(head);
    var list = document.createElement("ol");
    hits.slice(0, MOST).forEach(function (hit) {
      var item = document.createElement("li"), link = document.createElement("a"), place = document.createElement("span");
      place.className = "place";
      place.textContent = where(hit.element);
      link.href = "#" + address(hit.element);
      link.textContent = context(hit.element, words);
      link.addEventListener("click", function () {
        field.value = "";
        box.hidden = true;
        main.classList.remove("searching");
        var fold = hit.element.closest("details");
        if (fold) fold.open = true;
        mark(hit.element, words);
        setTimeout(function () { box.textContent = ""; }, 0);
      });
      mark(link, words);
      item.append(place, link);
      list.appendChild(item);
    });
    if (hits.length > MOST) {
      var more = document.createElement("li");
      more.textContent = "+ " + (hits.length - MOST) + " " + box.dataset.more;
      list.appendChild(more);
    }
    box.appendChild(list);
  }
  field.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(run, 120); });
  form.addEventListener("submit", function (event) { event.preventDefault(); run(); });
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
      field.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Escape" && event.target === field && field.value) {
      field.value = "";
      run();
    }
  });
})();
