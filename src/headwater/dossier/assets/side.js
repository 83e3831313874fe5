// Any two reports side by side: what each gives in every row, and their texts, paragraph beside paragraph, word for word.
(function () {
  "use strict";
  var side = document.getElementById("side"), RUN = 5;
  if (!side) return;
  var data = JSON.parse(document.getElementById("readings").textContent), form = side.querySelector("form"), drawn = "";
  function make(kind, text, name) {
    var element = document.createElement(kind);
    if (text) element.textContent = text;
    if (name) element.className = name;
    return element;
  }
  function told(readings, report) { return readings.filter(function (one) { return one[4].indexOf(report) >= 0; }); }
  // How near two readings come to each other; the same rule as in Python, from the same bounds.
  function stands(one, other) {
    if (one === other || one[0] === other[0]) return 0;
    if (one[1] !== null && one[1] === other[1]) return 1;
    var apart = (one[3] !== null && other[2] !== null && one[3] < other[2]) || (other[3] !== null && one[2] !== null && other[3] < one[2]);
    return apart ? 3 : 2;
  }
  function relation(before, after, a, b) {
    if (!before.length || !after.length) return side.dataset.alone.replace("#", data.reports[before.length ? a : b][0]);
    var nearest = Math.min.apply(null, [].concat.apply([], before.map(function (one) { return after.map(function (other) { return stands(one, other); }); })));
    return ["", side.dataset.hedge, side.dataset.bounds, side.dataset.differs][nearest];
  }
  function rows(a, b) {
    var body = side.querySelector("tbody");
    body.textContent = "";
    data.rows.forEach(function (row) {
      var before = told(row[3], a), after = told(row[3], b), line = make("tr"), head = make("th"), link = make("a", row[0], "lk");
      if (!before.length && !after.length) return;
      head.scope = "row";
      link.href = row[2];
      head.append(link);
      if (row[1]) head.append(" ", make("q", row[1]));
      line.append(head);
      [[before, a], [after, b]].forEach(function (one) {
        var words = one[0].map(function (reading) { return reading[0]; }).filter(function (word, place, all) { return all.indexOf(word) === place; });
        line.append(make("td", words.join(", ") || "–"));
        line.lastChild.dataset.label = data.reports[one[1]][0];
      });
      line.append(make("td"));
      line.lastChild.append(make("i", relation(before, after, a, b)));
      body.append(line);
    });
  }
  function paragraphs(report) {
    var held = document.getElementById(data.reports[report][3].slice(1));
    headwater.wake(held);
    return Array.prototype.map.call(held.querySelectorAll(".para"), function (para) {
      var words = para.querySelector("p").cloneNode(true), number = para.querySelector(".num");
      words.querySelectorAll(".op, .cl, sup, .vh").forEach(function (sign) { sign.remove(); });
      words.querySelectorAll("[id]").forEach(function (named) { named.removeAttribute("id"); });
      return { element: words, number: number ? number.textContent : "", words: (words.textContent.match(headwater.words.TOKEN) || []).map(function (word) { return headwater.words.fold(word).trim(); }) };
    });
  }
  function runs(words) { return words.slice(RUN - 1).map(function (word, place) { return words.slice(place, place + RUN).join(" "); }); }
  // Which paragraph stands beside which: those that share most runs of five words first, each once.
  function fellows(ones, others) {
    var where = new Map(), found = [], taken = {};
    others.forEach(function (other, place) { runs(other.words).forEach(function (run) { where.set(run, (where.get(run) || new Set()).add(place)); }); });
    ones.forEach(function (one, place) {
      var shared = {};
      runs(one.words).forEach(function (run) { (where.get(run) || []).forEach(function (other) { shared[other] = (shared[other] || 0) + 1; }); });
      Object.keys(shared).forEach(function (other) { found.push([shared[other], place, Number(other)]); });
    });
    found.sort(function (x, y) { return y[0] - x[0] || x[1] - y[1] || x[2] - y[2]; }).forEach(function (pair) {
      if (!(("a" + pair[1]) in taken) && !(("b" + pair[2]) in taken)) { taken["a" + pair[1]] = pair[2]; taken["b" + pair[2]] = pair[1]; }
    });
    return taken;
  }
  // The longest common sequence of words: for each side, which word stands in both, and before which words are missing.
  function common(one, other) {
    var n = one.length, m = other.length, best = [], i, j, same = [new Set(), new Set()], trays = [new Set(), new Set()];
    for (i = n; i >= 0; i--) for (best[i] = new Uint16Array(m + 1), j = m - 1; i < n && j >= 0; j--) best[i][j] = one[i] === other[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
    for (i = 0, j = 0; i < n || j < m;) {
      var startI = i, startJ = j;
      while (i < n && j < m && one[i] !== other[j]) { if (best[i + 1][j] >= best[i][j + 1]) i++; else j++; }
      if (i === n || j === m) { i = n; j = m; }
      if (i === startI && j > startJ) trays[0].add(i);
      if (j === startJ && i > startI) trays[1].add(j);
      if (i < n && j < m) { same[0].add(i++); same[1].add(j++); }
    }
    return { count: best[0][0], same: same, trays: trays };
  }
  function marked(element, same, trays) {
    var walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), nodes = [], place = 0;
    while (walker.nextNode()) nodes.push(walker.currentNode);
    nodes.forEach(function (text) {
      var kept = document.createDocumentFragment(), last = 0, box = null;
      text.data.replace(headwater.words.TOKEN, function (word, at) {
        var only = !same.has(place), gap = text.data.slice(last, at);
        if (box && only && !trays.has(place)) box.append(gap, word);
        else {
          kept.append(gap);
          if (trays.has(place)) kept.append(make("span", "", "tray"));
          box = only ? make("span", word, "only") : null;
          kept.append(box || word);
        }
        last = at + word.length;
        place += 1;
        return word;
      });
      kept.append(text.data.slice(last));
      text.parentNode.replaceChild(kept, text);
    });
    if (trays.has(place)) element.append(make("span", "", "tray"));
    return element;
  }
  function filled(cell, para, note) {
    if (para.number) cell.append(make("span", para.number, "num"));
    cell.append(para.element);
    if (note) cell.append(make("i", note));
  }
  function row(kind, left, middle, right) {
    var line = make("div", "", kind);
    line.append(left, middle, right);
    side.querySelector(".aligned").append(line);
  }
  // What stands in one report alone, between two shared paragraphs, each report in its column.
  function alone(lists, reports) {
    if (!lists[0].length && !lists[1].length) return;
    var cells = lists.map(function (list, number) {
      var cell = make("div");
      if (list.length) cell.append(make("i", side.dataset.alone.replace("#", data.reports[reports[number]][0])));
      list.splice(0).forEach(function (para) { filled(cell, para); });
      return cell;
    });
    row("row alone", cells[0], make("div", "", "both"), cells[1]);
  }
  function texts(a, b) {
    var ones = paragraphs(a), others = paragraphs(b), beside = fellows(ones, others), number = 0, next = 0, lone = [[], []];
    side.querySelector(".aligned").textContent = "";
    function until(end) { for (; next < end; next++) if (!(("b" + next) in beside)) lone[1].push(others[next]); }
    ones.forEach(function (one, place) {
      var fellow = beside["a" + place], other = others[fellow], left = make("div"), right = make("div"), middle = make("div", "", "both");
      if (fellow === undefined) { lone[0].push(one); return; }
      var there = fellow < next || ones.some(function (before, at) { return at > place && beside["a" + at] < fellow; });
      until(fellow);
      alone(lone, [a, b]);
      var shared = common(one.words, other.words);
      filled(left, { number: one.number, element: marked(one.element, shared.same[0], shared.trays[0]) });
      filled(right, { number: other.number, element: marked(other.element, shared.same[1], shared.trays[1]) }, there && other.number ? side.dataset.elsewhere.replace("#", other.number) : "");
      middle.append(make("b", String(++number) + " "), side.dataset.both.replace("#", shared.count).replace("%", Math.max(one.words.length, other.words.length)));
      row("row", left, middle, right);
      next = Math.max(next, fellow + 1);
    });
    until(others.length);
    alone(lone, [a, b]);
  }
  function place(letter) { return data.reports.findIndex(function (report) { return report[0] === letter; }); }
  function draw(a, b) {
    if (a < 0 || b < 0 || drawn === a + "-" + b) return;
    drawn = a + "-" + b;
    form.elements.a.value = a;
    form.elements.b.value = b;
    side.querySelector("[data-copy]").dataset.to = "pair-" + data.reports[a][0] + "-" + data.reports[b][0];
    Array.prototype.forEach.call(side.querySelectorAll("th.of"), function (head, number) {
      var report = data.reports[number ? b : a];
      head.querySelector("a").href = report[3];
      head.querySelector("a").textContent = report[0];
      head.querySelector("span").textContent = report.slice(1, 3).filter(Boolean).join(", ");
    });
    side.querySelector(".default").hidden = true;
    rows(a, b);
    texts(a, b);
  }
  function asked() {
    var pair = /^#pair-([^-]+)-([^-]+)$/.exec(location.hash);
    if (pair) draw(place(decodeURIComponent(pair[1])), place(decodeURIComponent(pair[2])));
    else if (/^#(side|view-reports)$/.test(location.hash) && !drawn) { var heads = side.querySelectorAll("th.of a"); draw(place(heads[0].textContent), place(heads[1].textContent)); side.querySelector(".default").hidden = false; }
  }
  ["a", "b"].forEach(function (name) {
    data.reports.forEach(function (report, number) { form.elements[name].append(new Option(report.slice(0, 3).filter(Boolean).join(" "), number)); });
    form.elements[name].addEventListener("change", function () { draw(Number(form.elements.a.value), Number(form.elements.b.value)); });
  });
  form.elements.swap.addEventListener("click", function () { draw(Number(form.elements.b.value), Number(form.elements.a.value)); });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-pair]");
    if (button) location.hash = "pair-" + button.dataset.pair;
  });
  window.addEventListener("hashchange", asked);
  asked();
})();
