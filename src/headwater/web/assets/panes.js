"use strict";
/* The borders of the outer panes can be dragged, and moved by arrow keys; how wide the panes are is remembered. */
(() => {
  const desk = document.querySelector(".desk");
  const STEP = 16, LEAST = 220, MIDDLE = 360;
  /* Which way a pane grows. Both borders stand in the middle pane: it stays where others' changes put a new queue. */
  const panes = { queue: 1, edit: -1 };
  const borders = document.createElement("div");
  borders.className = "borders";
  document.getElementById("main").prepend(borders);

  const kept = (name) => Number(localStorage.getItem(`headwater-${name}`)) || 0;
  const most = (name) => {
    const other = document.getElementById(name === "queue" ? "edit" : "queue");
    const beside = getComputedStyle(desk).getPropertyValue("--panes").trim() === "3" ? other.offsetWidth : 0;
    return desk.clientWidth - beside - MIDDLE;
  };

  function widen(name, width, border) {
    const held = Math.round(Math.max(LEAST, Math.min(most(name), width)));
    desk.style.setProperty(`--${name}`, `${held}px`);
    border.setAttribute("aria-valuenow", held);
    border.setAttribute("aria-valuemax", Math.round(most(name)));
    return held;
  }

  const keep = (name, width) => { try { localStorage.setItem(`headwater-${name}`, width); } catch { /* the browser keeps nothing */ } };

  for (const [name, side] of Object.entries(panes)) {
    const pane = document.getElementById(name);
    const border = document.createElement("div");
    border.className = `border ${name}-border`;
    border.tabIndex = 0;
    const told = { role: "separator", "aria-orientation": "vertical", "aria-controls": name, "aria-label": desk.dataset.border, "aria-valuemin": LEAST, "aria-valuenow": pane.offsetWidth };
    for (const [key, value] of Object.entries(told)) border.setAttribute(key, value);
    borders.append(border);
    try { if (kept(name)) widen(name, kept(name), border); } catch { /* the same */ }

    border.addEventListener("keydown", (event) => {
      const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!way) return;
      event.preventDefault();
      keep(name, widen(name, document.getElementById(name).offsetWidth + side * way * STEP, border));
    });
    border.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      border.setPointerCapture(event.pointerId);
      const [from, wide] = [event.clientX, document.getElementById(name).offsetWidth];
      const move = (to) => keep(name, widen(name, wide + side * (to.clientX - from), border));
      border.addEventListener("pointermove", move);
      border.addEventListener("lostpointercapture", () => border.removeEventListener("pointermove", move), { once: true });
    });
  }
})();
