const e = globalThis.HTMLElement ?? class {}, t = globalThis.document ?? { createTreeWalker() {} };
// node_modules/@lit/reactive-element/css-tag.js
var n = globalThis, r = n.ShadowRoot && (n.ShadyCSS === void 0 || n.ShadyCSS.nativeShadow) && "adoptedStyleSheets" in Document.prototype && "replace" in CSSStyleSheet.prototype, i = Symbol(), a = /* @__PURE__ */ new WeakMap(), o = class {
	constructor(e, t, n) {
		if (this._$cssResult$ = !0, n !== i) throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");
		this.cssText = e, this.t = t;
	}
	get styleSheet() {
		let e = this.o, t = this.t;
		if (r && e === void 0) {
			let n = t !== void 0 && t.length === 1;
			n && (e = a.get(t)), e === void 0 && ((this.o = e = new CSSStyleSheet()).replaceSync(this.cssText), n && a.set(t, e));
		}
		return e;
	}
	toString() {
		return this.cssText;
	}
}, s = (e) => new o(typeof e == "string" ? e : e + "", void 0, i), c = (e, ...t) => new o(e.length === 1 ? e[0] : t.reduce((t, n, r) => t + ((e) => {
	if (!0 === e._$cssResult$) return e.cssText;
	if (typeof e == "number") return e;
	throw Error("Value passed to 'css' function must be a 'css' function result: " + e + ". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.");
})(n) + e[r + 1], e[0]), e, i), l = (e, i) => {
	if (r) e.adoptedStyleSheets = i.map((e) => e instanceof CSSStyleSheet ? e : e.styleSheet);
	else for (let r of i) {
		let i = t.createElement("style"), a = n.litNonce;
		a !== void 0 && i.setAttribute("nonce", a), i.textContent = r.cssText, e.appendChild(i);
	}
}, u = r ? (e) => e : (e) => e instanceof CSSStyleSheet ? ((e) => {
	let t = "";
	for (let n of e.cssRules) t += n.cssText;
	return s(t);
})(e) : e, { is: d, defineProperty: f, getOwnPropertyDescriptor: p, getOwnPropertyNames: m, getOwnPropertySymbols: ee, getPrototypeOf: te } = Object, ne = globalThis, re = ne.trustedTypes, ie = re ? re.emptyScript : "", ae = ne.reactiveElementPolyfillSupport, oe = (e, t) => e, se = {
	toAttribute(e, t) {
		switch (t) {
			case Boolean:
				e = e ? ie : null;
				break;
			case Object:
			case Array: e = e == null ? e : JSON.stringify(e);
		}
		return e;
	},
	fromAttribute(e, t) {
		let n = e;
		switch (t) {
			case Boolean:
				n = e !== null;
				break;
			case Number:
				n = e === null ? null : Number(e);
				break;
			case Object:
			case Array: try {
				n = JSON.parse(e);
			} catch {
				n = null;
			}
		}
		return n;
	}
}, ce = (e, t) => !d(e, t), le = {
	attribute: !0,
	type: String,
	converter: se,
	reflect: !1,
	useDefault: !1,
	hasChanged: ce
};
Symbol.metadata ??= Symbol("metadata"), ne.litPropertyMetadata ??= /* @__PURE__ */ new WeakMap();
var ue = class extends e {
	static addInitializer(e) {
		this._$Ei(), (this.l ??= []).push(e);
	}
	static get observedAttributes() {
		return this.finalize(), this._$Eh && [...this._$Eh.keys()];
	}
	static createProperty(e, t = le) {
		if (t.state && (t.attribute = !1), this._$Ei(), this.prototype.hasOwnProperty(e) && ((t = Object.create(t)).wrapped = !0), this.elementProperties.set(e, t), !t.noAccessor) {
			let n = Symbol(), r = this.getPropertyDescriptor(e, n, t);
			r !== void 0 && f(this.prototype, e, r);
		}
	}
	static getPropertyDescriptor(e, t, n) {
		let { get: r, set: i } = p(this.prototype, e) ?? {
			get() {
				return this[t];
			},
			set(e) {
				this[t] = e;
			}
		};
		return {
			get: r,
			set(t) {
				let a = r?.call(this);
				i?.call(this, t), this.requestUpdate(e, a, n);
			},
			configurable: !0,
			enumerable: !0
		};
	}
	static getPropertyOptions(e) {
		return this.elementProperties.get(e) ?? le;
	}
	static _$Ei() {
		if (this.hasOwnProperty(oe("elementProperties"))) return;
		let e = te(this);
		e.finalize(), e.l !== void 0 && (this.l = [...e.l]), this.elementProperties = new Map(e.elementProperties);
	}
	static finalize() {
		if (this.hasOwnProperty(oe("finalized"))) return;
		if (this.finalized = !0, this._$Ei(), this.hasOwnProperty(oe("properties"))) {
			let e = this.properties, t = [...m(e), ...ee(e)];
			for (let n of t) this.createProperty(n, e[n]);
		}
		let e = this[Symbol.metadata];
		if (e !== null) {
			let t = litPropertyMetadata.get(e);
			if (t !== void 0) for (let [e, n] of t) this.elementProperties.set(e, n);
		}
		this._$Eh = /* @__PURE__ */ new Map();
		for (let [e, t] of this.elementProperties) {
			let n = this._$Eu(e, t);
			n !== void 0 && this._$Eh.set(n, e);
		}
		this.elementStyles = this.finalizeStyles(this.styles);
	}
	static finalizeStyles(e) {
		let t = [];
		if (Array.isArray(e)) {
			let n = new Set(e.flat(1 / 0).reverse());
			for (let e of n) t.unshift(u(e));
		} else e !== void 0 && t.push(u(e));
		return t;
	}
	static _$Eu(e, t) {
		let n = t.attribute;
		return !1 === n ? void 0 : typeof n == "string" ? n : typeof e == "string" ? e.toLowerCase() : void 0;
	}
	constructor() {
		super(), this._$Ep = void 0, this.isUpdatePending = !1, this.hasUpdated = !1, this._$Em = null, this._$Ev();
	}
	_$Ev() {
		this._$ES = new Promise((e) => this.enableUpdating = e), this._$AL = /* @__PURE__ */ new Map(), this._$E_(), this.requestUpdate(), this.constructor.l?.forEach((e) => e(this));
	}
	addController(e) {
		(this._$EO ??= /* @__PURE__ */ new Set()).add(e), this.renderRoot !== void 0 && this.isConnected && e.hostConnected?.();
	}
	removeController(e) {
		this._$EO?.delete(e);
	}
	_$E_() {
		let e = /* @__PURE__ */ new Map(), t = this.constructor.elementProperties;
		for (let n of t.keys()) this.hasOwnProperty(n) && (e.set(n, this[n]), delete this[n]);
		e.size > 0 && (this._$Ep = e);
	}
	createRenderRoot() {
		let e = this.shadowRoot ?? this.attachShadow(this.constructor.shadowRootOptions);
		return l(e, this.constructor.elementStyles), e;
	}
	connectedCallback() {
		this.renderRoot ??= this.createRenderRoot(), this.enableUpdating(!0), this._$EO?.forEach((e) => e.hostConnected?.());
	}
	enableUpdating(e) {}
	disconnectedCallback() {
		this._$EO?.forEach((e) => e.hostDisconnected?.());
	}
	attributeChangedCallback(e, t, n) {
		this._$AK(e, n);
	}
	_$ET(e, t) {
		let n = this.constructor.elementProperties.get(e), r = this.constructor._$Eu(e, n);
		if (r !== void 0 && !0 === n.reflect) {
			let i = (n.converter?.toAttribute === void 0 ? se : n.converter).toAttribute(t, n.type);
			this._$Em = e, i == null ? this.removeAttribute(r) : this.setAttribute(r, i), this._$Em = null;
		}
	}
	_$AK(e, t) {
		let n = this.constructor, r = n._$Eh.get(e);
		if (r !== void 0 && this._$Em !== r) {
			let e = n.getPropertyOptions(r), i = typeof e.converter == "function" ? { fromAttribute: e.converter } : e.converter?.fromAttribute === void 0 ? se : e.converter;
			this._$Em = r;
			let a = i.fromAttribute(t, e.type);
			this[r] = a ?? this._$Ej?.get(r) ?? a, this._$Em = null;
		}
	}
	requestUpdate(e, t, n, r = !1, i) {
		if (e !== void 0) {
			let a = this.constructor;
			if (!1 === r && (i = this[e]), n ??= a.getPropertyOptions(e), !((n.hasChanged ?? ce)(i, t) || n.useDefault && n.reflect && i === this._$Ej?.get(e) && !this.hasAttribute(a._$Eu(e, n)))) return;
			this.C(e, t, n);
		}
		!1 === this.isUpdatePending && (this._$ES = this._$EP());
	}
	C(e, t, { useDefault: n, reflect: r, wrapped: i }, a) {
		n && !(this._$Ej ??= /* @__PURE__ */ new Map()).has(e) && (this._$Ej.set(e, a ?? t ?? this[e]), !0 !== i || a !== void 0) || (this._$AL.has(e) || (this.hasUpdated || n || (t = void 0), this._$AL.set(e, t)), !0 === r && this._$Em !== e && (this._$Eq ??= /* @__PURE__ */ new Set()).add(e));
	}
	async _$EP() {
		this.isUpdatePending = !0;
		try {
			await this._$ES;
		} catch (e) {
			Promise.reject(e);
		}
		let e = this.scheduleUpdate();
		return e != null && await e, !this.isUpdatePending;
	}
	scheduleUpdate() {
		return this.performUpdate();
	}
	performUpdate() {
		if (!this.isUpdatePending) return;
		if (!this.hasUpdated) {
			if (this.renderRoot ??= this.createRenderRoot(), this._$Ep) {
				for (let [e, t] of this._$Ep) this[e] = t;
				this._$Ep = void 0;
			}
			let e = this.constructor.elementProperties;
			if (e.size > 0) for (let [t, n] of e) {
				let { wrapped: e } = n, r = this[t];
				!0 !== e || this._$AL.has(t) || r === void 0 || this.C(t, void 0, n, r);
			}
		}
		let e = !1, t = this._$AL;
		try {
			e = this.shouldUpdate(t), e ? (this.willUpdate(t), this._$EO?.forEach((e) => e.hostUpdate?.()), this.update(t)) : this._$EM();
		} catch (t) {
			throw e = !1, this._$EM(), t;
		}
		e && this._$AE(t);
	}
	willUpdate(e) {}
	_$AE(e) {
		this._$EO?.forEach((e) => e.hostUpdated?.()), this.hasUpdated || (this.hasUpdated = !0, this.firstUpdated(e)), this.updated(e);
	}
	_$EM() {
		this._$AL = /* @__PURE__ */ new Map(), this.isUpdatePending = !1;
	}
	get updateComplete() {
		return this.getUpdateComplete();
	}
	getUpdateComplete() {
		return this._$ES;
	}
	shouldUpdate(e) {
		return !0;
	}
	update(e) {
		this._$Eq &&= this._$Eq.forEach((e) => this._$ET(e, this[e])), this._$EM();
	}
	updated(e) {}
	firstUpdated(e) {}
};
ue.elementStyles = [], ue.shadowRootOptions = { mode: "open" }, ue[oe("elementProperties")] = /* @__PURE__ */ new Map(), ue[oe("finalized")] = /* @__PURE__ */ new Map(), ae?.({ ReactiveElement: ue }), (ne.reactiveElementVersions ??= []).push("2.1.2");
// node_modules/lit-html/lit-html.js
var de = globalThis, fe = (e) => e, pe = de.trustedTypes, me = pe ? pe.createPolicy("lit-html", { createHTML: (e) => e }) : void 0, he = "$lit$", ge = `lit$${Math.random().toFixed(9).slice(2)}$`, _e = "?" + ge, ve = `<${_e}>`, ye = t, be = () => ye.createComment(""), xe = (e) => e === null || typeof e != "object" && typeof e != "function", Se = Array.isArray, Ce = (e) => Se(e) || typeof e?.[Symbol.iterator] == "function", we = "[ 	\n\f\r]", Te = /<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g, Ee = /-->/g, De = />/g, Oe = RegExp(`>|${we}(?:([^\\s"'>=/]+)(${we}*=${we}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`, "g"), ke = /'/g, Ae = /"/g, je = /^(?:script|style|textarea|title)$/i, Me = (e) => (t, ...n) => ({
	_$litType$: e,
	strings: t,
	values: n
}), h = Me(1), g = Me(2), Ne = Symbol.for("lit-noChange"), _ = Symbol.for("lit-nothing"), Pe = /* @__PURE__ */ new WeakMap(), Fe = ye.createTreeWalker(ye, 129);
function Ie(e, t) {
	if (!Se(e) || !e.hasOwnProperty("raw")) throw Error("invalid template strings array");
	return me === void 0 ? t : me.createHTML(t);
}
var Le = (e, t) => {
	let n = e.length - 1, r = [], i, a = t === 2 ? "<svg>" : t === 3 ? "<math>" : "", o = Te;
	for (let t = 0; t < n; t++) {
		let n = e[t], s, c, l = -1, u = 0;
		for (; u < n.length && (o.lastIndex = u, c = o.exec(n), c !== null);) u = o.lastIndex, o === Te ? c[1] === "!--" ? o = Ee : c[1] === void 0 ? c[2] === void 0 ? c[3] !== void 0 && (o = Oe) : (je.test(c[2]) && (i = RegExp("</" + c[2], "g")), o = Oe) : o = De : o === Oe ? c[0] === ">" ? (o = i ?? Te, l = -1) : c[1] === void 0 ? l = -2 : (l = o.lastIndex - c[2].length, s = c[1], o = c[3] === void 0 ? Oe : c[3] === "\"" ? Ae : ke) : o === Ae || o === ke ? o = Oe : o === Ee || o === De ? o = Te : (o = Oe, i = void 0);
		let d = o === Oe && e[t + 1].startsWith("/>") ? " " : "";
		a += o === Te ? n + ve : l >= 0 ? (r.push(s), n.slice(0, l) + he + n.slice(l) + ge + d) : n + ge + (l === -2 ? t : d);
	}
	return [Ie(e, a + (e[n] || "<?>") + (t === 2 ? "</svg>" : t === 3 ? "</math>" : "")), r];
}, Re = class e {
	constructor({ strings: t, _$litType$: n }, r) {
		let i;
		this.parts = [];
		let a = 0, o = 0, s = t.length - 1, c = this.parts, [l, u] = Le(t, n);
		if (this.el = e.createElement(l, r), Fe.currentNode = this.el.content, n === 2 || n === 3) {
			let e = this.el.content.firstChild;
			e.replaceWith(...e.childNodes);
		}
		for (; (i = Fe.nextNode()) !== null && c.length < s;) {
			if (i.nodeType === 1) {
				if (i.hasAttributes()) for (let e of i.getAttributeNames()) if (e.endsWith(he)) {
					let t = u[o++], n = i.getAttribute(e).split(ge), r = /([.?@])?(.*)/.exec(t);
					c.push({
						type: 1,
						index: a,
						name: r[2],
						strings: n,
						ctor: r[1] === "." ? Ue : r[1] === "?" ? We : r[1] === "@" ? Ge : He
					}), i.removeAttribute(e);
				} else e.startsWith(ge) && (c.push({
					type: 6,
					index: a
				}), i.removeAttribute(e));
				if (je.test(i.tagName)) {
					let e = i.textContent.split(ge), t = e.length - 1;
					if (t > 0) {
						i.textContent = pe ? pe.emptyScript : "";
						for (let n = 0; n < t; n++) i.append(e[n], be()), Fe.nextNode(), c.push({
							type: 2,
							index: ++a
						});
						i.append(e[t], be());
					}
				}
			} else if (i.nodeType === 8) {
				if (i.data === _e) c.push({
					type: 2,
					index: a
				});
				else {
					let e = -1;
					for (; (e = i.data.indexOf(ge, e + 1)) !== -1;) c.push({
						type: 7,
						index: a
					}), e += ge.length - 1;
				}
			}
			a++;
		}
	}
	static createElement(e, t) {
		let n = ye.createElement("template");
		return n.innerHTML = e, n;
	}
};
function ze(e, t, n = e, r) {
	if (t === Ne) return t;
	let i = r === void 0 ? n._$Cl : n._$Co?.[r], a = xe(t) ? void 0 : t._$litDirective$;
	return i?.constructor !== a && (i?._$AO?.(!1), a === void 0 ? i = void 0 : (i = new a(e), i._$AT(e, n, r)), r === void 0 ? n._$Cl = i : (n._$Co ??= [])[r] = i), i !== void 0 && (t = ze(e, i._$AS(e, t.values), i, r)), t;
}
var Be = class {
	constructor(e, t) {
		this._$AV = [], this._$AN = void 0, this._$AD = e, this._$AM = t;
	}
	get parentNode() {
		return this._$AM.parentNode;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	u(e) {
		let { el: { content: t }, parts: n } = this._$AD, r = (e?.creationScope ?? ye).importNode(t, !0);
		Fe.currentNode = r;
		let i = Fe.nextNode(), a = 0, o = 0, s = n[0];
		for (; s !== void 0;) {
			if (a === s.index) {
				let t;
				s.type === 2 ? t = new Ve(i, i.nextSibling, this, e) : s.type === 1 ? t = new s.ctor(i, s.name, s.strings, this, e) : s.type === 6 && (t = new Ke(i, this, e)), this._$AV.push(t), s = n[++o];
			}
			a !== s?.index && (i = Fe.nextNode(), a++);
		}
		return Fe.currentNode = ye, r;
	}
	p(e) {
		let t = 0;
		for (let n of this._$AV) n !== void 0 && (n.strings === void 0 ? n._$AI(e[t]) : (n._$AI(e, n, t), t += n.strings.length - 2)), t++;
	}
}, Ve = class e {
	get _$AU() {
		return this._$AM?._$AU ?? this._$Cv;
	}
	constructor(e, t, n, r) {
		this.type = 2, this._$AH = _, this._$AN = void 0, this._$AA = e, this._$AB = t, this._$AM = n, this.options = r, this._$Cv = r?.isConnected ?? !0;
	}
	get parentNode() {
		let e = this._$AA.parentNode, t = this._$AM;
		return t !== void 0 && e?.nodeType === 11 && (e = t.parentNode), e;
	}
	get startNode() {
		return this._$AA;
	}
	get endNode() {
		return this._$AB;
	}
	_$AI(e, t = this) {
		e = ze(this, e, t), xe(e) ? e === _ || e == null || e === "" ? (this._$AH !== _ && this._$AR(), this._$AH = _) : e !== this._$AH && e !== Ne && this._(e) : e._$litType$ === void 0 ? e.nodeType === void 0 ? Ce(e) ? this.k(e) : this._(e) : this.T(e) : this.$(e);
	}
	O(e) {
		return this._$AA.parentNode.insertBefore(e, this._$AB);
	}
	T(e) {
		this._$AH !== e && (this._$AR(), this._$AH = this.O(e));
	}
	_(e) {
		this._$AH !== _ && xe(this._$AH) ? this._$AA.nextSibling.data = e : this.T(ye.createTextNode(e)), this._$AH = e;
	}
	$(e) {
		let { values: t, _$litType$: n } = e, r = typeof n == "number" ? this._$AC(e) : (n.el === void 0 && (n.el = Re.createElement(Ie(n.h, n.h[0]), this.options)), n);
		if (this._$AH?._$AD === r) this._$AH.p(t);
		else {
			let e = new Be(r, this), n = e.u(this.options);
			e.p(t), this.T(n), this._$AH = e;
		}
	}
	_$AC(e) {
		let t = Pe.get(e.strings);
		return t === void 0 && Pe.set(e.strings, t = new Re(e)), t;
	}
	k(t) {
		Se(this._$AH) || (this._$AH = [], this._$AR());
		let n = this._$AH, r, i = 0;
		for (let a of t) i === n.length ? n.push(r = new e(this.O(be()), this.O(be()), this, this.options)) : r = n[i], r._$AI(a), i++;
		i < n.length && (this._$AR(r && r._$AB.nextSibling, i), n.length = i);
	}
	_$AR(e = this._$AA.nextSibling, t) {
		for (this._$AP?.(!1, !0, t); e !== this._$AB;) {
			let t = fe(e).nextSibling;
			fe(e).remove(), e = t;
		}
	}
	setConnected(e) {
		this._$AM === void 0 && (this._$Cv = e, this._$AP?.(e));
	}
}, He = class {
	get tagName() {
		return this.element.tagName;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	constructor(e, t, n, r, i) {
		this.type = 1, this._$AH = _, this._$AN = void 0, this.element = e, this.name = t, this._$AM = r, this.options = i, n.length > 2 || n[0] !== "" || n[1] !== "" ? (this._$AH = Array(n.length - 1).fill(/* @__PURE__ */ new String()), this.strings = n) : this._$AH = _;
	}
	_$AI(e, t = this, n, r) {
		let i = this.strings, a = !1;
		if (i === void 0) e = ze(this, e, t, 0), a = !xe(e) || e !== this._$AH && e !== Ne, a && (this._$AH = e);
		else {
			let r = e, o, s;
			for (e = i[0], o = 0; o < i.length - 1; o++) s = ze(this, r[n + o], t, o), s === Ne && (s = this._$AH[o]), a ||= !xe(s) || s !== this._$AH[o], s === _ ? e = _ : e !== _ && (e += (s ?? "") + i[o + 1]), this._$AH[o] = s;
		}
		a && !r && this.j(e);
	}
	j(e) {
		e === _ ? this.element.removeAttribute(this.name) : this.element.setAttribute(this.name, e ?? "");
	}
}, Ue = class extends He {
	constructor() {
		super(...arguments), this.type = 3;
	}
	j(e) {
		this.element[this.name] = e === _ ? void 0 : e;
	}
}, We = class extends He {
	constructor() {
		super(...arguments), this.type = 4;
	}
	j(e) {
		this.element.toggleAttribute(this.name, !!e && e !== _);
	}
}, Ge = class extends He {
	constructor(e, t, n, r, i) {
		super(e, t, n, r, i), this.type = 5;
	}
	_$AI(e, t = this) {
		if ((e = ze(this, e, t, 0) ?? _) === Ne) return;
		let n = this._$AH, r = e === _ && n !== _ || e.capture !== n.capture || e.once !== n.once || e.passive !== n.passive, i = e !== _ && (n === _ || r);
		r && this.element.removeEventListener(this.name, this, n), i && this.element.addEventListener(this.name, this, e), this._$AH = e;
	}
	handleEvent(e) {
		typeof this._$AH == "function" ? this._$AH.call(this.options?.host ?? this.element, e) : this._$AH.handleEvent(e);
	}
}, Ke = class {
	constructor(e, t, n) {
		this.element = e, this.type = 6, this._$AN = void 0, this._$AM = t, this.options = n;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AI(e) {
		ze(this, e);
	}
}, qe = {
	M: he,
	P: ge,
	A: _e,
	C: 1,
	L: Le,
	R: Be,
	D: Ce,
	V: ze,
	I: Ve,
	H: He,
	N: We,
	U: Ge,
	B: Ue,
	F: Ke
}, Je = de.litHtmlPolyfillSupport;
Je?.(Re, Ve), (de.litHtmlVersions ??= []).push("3.3.3");
var Ye = (e, t, n) => {
	let r = n?.renderBefore ?? t, i = r._$litPart$;
	if (i === void 0) {
		let e = n?.renderBefore ?? null;
		r._$litPart$ = i = new Ve(t.insertBefore(be(), e), e, void 0, n ?? {});
	}
	return i._$AI(e), i;
}, Xe = globalThis, Ze = class extends ue {
	constructor() {
		super(...arguments), this.renderOptions = { host: this }, this._$Do = void 0;
	}
	createRenderRoot() {
		let e = super.createRenderRoot();
		return this.renderOptions.renderBefore ??= e.firstChild, e;
	}
	update(e) {
		let t = this.render();
		this.hasUpdated || (this.renderOptions.isConnected = this.isConnected), super.update(e), this._$Do = Ye(t, this.renderRoot, this.renderOptions);
	}
	connectedCallback() {
		super.connectedCallback(), this._$Do?.setConnected(!0);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), this._$Do?.setConnected(!1);
	}
	render() {
		return Ne;
	}
};
Ze._$litElement$ = !0, Ze.finalized = !0, Xe.litElementHydrateSupport?.({ LitElement: Ze });
var Qe = Xe.litElementPolyfillSupport;
Qe?.({ LitElement: Ze }), (Xe.litElementVersions ??= []).push("4.2.2");
// styles/base.ts
var $e = c` *, *::before, *::after { box-sizing: border-box; } :host { display: block; color: var(--rw-text); font-variant-numeric: tabular-nums; } :host([hidden]), [hidden] { display: none !important; } h1, h2, h3, p, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0; } fieldset { border: 0; min-width: 0; } h1 { font-size: 1.75rem; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; } h2 { font-size: 1.25rem; line-height: 1.25; font-weight: 650; } h3 { font-size: 1rem; line-height: 1.25; font-weight: 650; } :focus-visible { outline: 3px solid var(--rw-accent); outline-offset: 2px; } [tabindex="-1"]:focus:not(:focus-visible) { outline: none; } button, .button { display: inline-flex; align-items: center; justify-content: center; gap: 0.5rem; min-height: 2.25rem; padding: 0.25rem 0.75rem; border: 1px solid var(--rw-control); border-radius: 8px; background: var(--rw-surface); color: var(--rw-text); font: inherit; font-size: 0.9375rem; line-height: 1.25; cursor: pointer; text-decoration: none; } button:hover:not(:disabled), .button:hover { background: var(--rw-tint); } button:disabled, button[aria-disabled="true"] { color: var(--rw-muted); border-color: var(--rw-border); cursor: default; } button[aria-disabled="true"]:hover { background: var(--rw-surface); } button.primary { background: var(--rw-accent); border-color: var(--rw-accent); color: var(--rw-on-accent); font-weight: 600; } button.primary:hover:not(:disabled, [aria-disabled="true"]) { background: var(--rw-accent); filter: brightness(1.08); } button.primary:disabled, button.primary[aria-disabled="true"] { background: var(--rw-border); border-color: var(--rw-border); color: var(--rw-muted); } button.quiet { border-color: transparent; background: transparent; } button.quiet:hover:not(:disabled) { background: var(--rw-tint); } button.small { min-height: 1.75rem; padding: 0.125rem 0.5rem; font-size: 0.875rem; } button.link { min-height: 1.5rem; padding: 0; border: 0; background: none; color: var(--rw-accent); text-decoration: underline; text-underline-offset: 2px; display: inline; text-align: start; } button.link:hover:not(:disabled) { background: none; text-decoration-thickness: 2px; } button[aria-pressed="true"], button[aria-current="true"] { background: var(--rw-tint); border-color: var(--rw-accent); color: var(--rw-accent); font-weight: 600; } .segmented { display: inline-flex; flex-wrap: wrap; } .segmented button { border-radius: 0; margin-inline-start: -1px; } .segmented button:first-child { border-start-start-radius: 8px; border-end-start-radius: 8px; margin-inline-start: 0; } .segmented button:last-child { border-start-end-radius: 8px; border-end-end-radius: 8px; } .segmented button:focus-visible, .segmented button[aria-pressed="true"] { z-index: 1; position: relative; } input, select, textarea { min-height: 2.25rem; max-width: 100%; padding: 0.25rem 0.5rem; border: 1px solid var(--rw-control); border-radius: 8px; background: var(--rw-surface); color: var(--rw-text); font: inherit; font-size: 0.9375rem; } input[type="checkbox"], input[type="radio"] { min-height: 0; inline-size: 1.125rem; block-size: 1.125rem; margin: 0; accent-color: var(--rw-accent); } input[type="range"] { padding: 0; border: 0; accent-color: var(--rw-accent); min-width: 0; } label { font-size: 0.875rem; } .check { display: inline-flex; align-items: center; gap: 0.5rem; min-height: 1.5rem; } .field { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.25rem; min-width: 0; } .field > label, .field > .label { color: var(--rw-muted); font-size: 0.875rem; } .card { background: var(--rw-surface); border: 1px solid var(--rw-border); border-radius: 10px; padding: 1rem; min-width: 0; } .row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; } .spread { justify-content: space-between; } .stack { display: grid; gap: 1rem; min-width: 0; grid-template-columns: minmax(0, 1fr); } .tight { gap: 0.5rem; } .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr)); gap: 0.5rem; } .muted { color: var(--rw-muted); } .note { color: var(--rw-muted); font-size: 0.875rem; } .good { color: var(--rw-good); } .warn { color: var(--rw-warn); } .bad { color: var(--rw-bad); } .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; } .scroll { overflow: auto; max-width: 100%; } table { border-collapse: collapse; width: 100%; font-size: 0.875rem; } caption { text-align: start; color: var(--rw-muted); padding-block-end: 0.5rem; } th, td { padding: 0.375rem 0.75rem 0.375rem 0; border-block-end: 1px solid var(--rw-border); text-align: start; vertical-align: top; } th { font-weight: 600; color: var(--rw-muted); } tbody th { color: var(--rw-text); } th.number, td.number { text-align: end; } th:last-child, td:last-child { padding-inline-end: 0; } .number + th:not(.number), .number + td:not(.number) { padding-inline-start: 0.75rem; } summary { cursor: pointer; min-height: 1.5rem; } .hidden-text { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; } ul.plain, ol.plain { list-style: none; } @media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } } @media (forced-colors: active) { button.primary { border: 2px solid ButtonText; background: ButtonFace; color: ButtonText; } button[aria-pressed="true"], button[aria-current="true"] { outline: 2px solid Highlight; } } @media print { /* Without weight, so that an element can keep those of its buttons that hold what is to be read. */ :where(button:not(.link)), input, select, .check, .no-print { display: none !important; } button.link { color: inherit; text-decoration: none; } .card { border-color: #b9c0ca; break-inside: avoid; } }
`, et = [
	"tile",
	"session",
	"chart",
	"button",
	"table"
], tt = {
	chart: "svg[role=img]",
	button: "button",
	table: "table"
}, v = class e extends Ze {
	static {
		this.sheet = [];
	}
	static #e = /* @__PURE__ */ new Set();
	static redraw() {
		for (let t of e.#e) t.requestUpdate();
	}
	connectedCallback() {
		super.connectedCallback(), e.#e.add(this), this.getRootNode() instanceof ShadowRoot && this.setAttribute("exportparts", et.join());
	}
	update(e) {
		super.update(e);
		for (let [e, t] of Object.entries(tt)) for (let n of this.renderRoot.querySelectorAll(`:is(${t}):not([part])`)) n.setAttribute("part", e);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), e.#e.delete(this);
	}
	static finalizeStyles() {
		return super.finalizeStyles([$e, this.sheet]);
	}
}, nt = /* @__PURE__ */ new Map();
function y(e, t) {
	nt.set(e, t);
}
function rt(e) {
	if (customElements.get("rw-planner")) return !1;
	for (let [e, t] of nt) customElements.get(e) || customElements.define(e, t);
	return customElements.define("rw-planner", e), !0;
}
// virtual:release
var it = "0.1.0", at = 2e3, ot = 6e4, st = 6e4, ct = class extends Error {
	constructor(e) {
		super(e.message), this.name = "EngineError", this.code = e.code, this.path = e.path;
	}
}, lt = class extends Error {
	constructor(e) {
		super(e), this.name = "EngineLost";
	}
}, ut = class {
	#e;
	#t;
	#n;
	#r = /* @__PURE__ */ new Map();
	#i;
	#a;
	#o = Promise.resolve();
	#s = 1;
	#c = 0;
	constructor(e, t, n = !0) {
		this.#e = e, this.#t = t, this.#n = n;
	}
	start(e) {
		return this.#i = e, this.#o = this.#m(), this.#o;
	}
	ready() {
		return this.#o;
	}
	async call(e, t) {
		return await this.#o, this.#u("call", e, t);
	}
	async run(e, t, n = {}) {
		await this.#o;
		let r = this.#s++, i = performance.now(), a = setInterval(() => {
			performance.now() - i > st && this.replace("the calculation fell silent");
		}, 1e3), o = this.#d(r, "task", e, JSON.stringify(t), (e) => {
			i = performance.now(), n.progress?.(JSON.parse(e));
		}), s = () => this.#f(r, n.keep ?? !0);
		n.signal?.aborted && s(), n.signal?.addEventListener("abort", s, { once: !0 });
		try {
			let { reply: e, stopped: t } = await o;
			return {
				reply: JSON.parse(e),
				stopped: t
			};
		} finally {
			clearInterval(a), n.signal?.removeEventListener("abort", s);
		}
	}
	async readWorkbook(e) {
		await this.#o;
		let t = e.slice().buffer, { reply: n } = await this.#l((e) => this.#p({
			kind: "read",
			id: e,
			bytes: t
		}, [t]));
		return JSON.parse(n);
	}
	async writeWorkbook(e) {
		await this.#o;
		let { bytes: t } = await this.#l((t) => this.#p({
			kind: "write",
			id: t,
			what: "tables",
			text: JSON.stringify(e)
		}));
		return new Uint8Array(t ?? /* @__PURE__ */ new ArrayBuffer(0));
	}
	async writeScenarios(e) {
		await this.#o;
		let { bytes: t } = await this.#l((t) => this.#p({
			kind: "write",
			id: t,
			what: "scenarios",
			text: JSON.stringify(e)
		}));
		return new Uint8Array(t ?? /* @__PURE__ */ new ArrayBuffer(0));
	}
	#l(e) {
		return new Promise((t, n) => {
			let r = this.#s++;
			this.#r.set(r, {
				resolve: t,
				reject: n
			}), e(r);
		});
	}
	end() {
		this.#c += 1, this.#a?.terminate(), this.#a = void 0;
		for (let e of this.#r.values()) e.reject(new lt("the engine was ended"));
		this.#r.clear();
	}
	replace(e) {
		this.#a?.terminate(), this.#a = void 0;
		let t = [...this.#r.values()];
		this.#r.clear(), this.#t("lost");
		for (let n of t) n.reject(new lt(e));
		this.#o = this.#m().then(async () => {
			let e = this.#i;
			e && await e();
		}), this.#o.catch(() => this.#t("blocked"));
	}
	async callNow(e, t) {
		return this.#u("call", e, t);
	}
	async openNow(e) {
		await this.#d(this.#s++, "call", "open", e);
	}
	async #u(e, t, n) {
		let r = typeof n == "string" ? n : JSON.stringify(n), { reply: i } = await this.#d(this.#s++, e, t, r);
		return JSON.parse(i);
	}
	#d(e, t, n, r, i) {
		return new Promise((a, o) => {
			this.#a ? (this.#r.set(e, i ? {
				resolve: a,
				reject: o,
				progress: i
			} : {
				resolve: a,
				reject: o
			}), this.#p({
				kind: t,
				id: e,
				operation: n,
				request: r
			})) : o(new lt("the engine is not running"));
		});
	}
	#f(e, t) {
		this.#r.has(e) && (this.#p({
			kind: "stop",
			id: e,
			keep: t
		}), setTimeout(() => {
			this.#r.has(e) && this.replace("the calculation did not stop in time");
		}, at));
	}
	#p(e, t = []) {
		this.#a?.postMessage(e, t);
	}
	async #m() {
		this.#t("starting"), this.#c += 1;
		let e = this.#c, { core: t, worker: n } = await this.#h().catch((t) => {
			throw e === this.#c && this.#t("blocked"), t;
		});
		if (e !== this.#c) throw n.terminate(), new lt("the engine was ended");
		return this.#a = n, this.#g(n, t);
	}
	async #h() {
		return {
			core: this.#n ? await this.#e.module("core") : void 0,
			worker: await this.#e.spawn()
		};
	}
	#g(e, t) {
		return new Promise((n, r) => {
			let i = !1, a = setTimeout(() => {
				this.#t("blocked"), r(new lt("the engine did not start"));
			}, ot);
			if (e.addEventListener("message", (t) => {
				this.#a === e && (t.data.kind === "ready" ? (clearTimeout(a), i = !0, this.#t("ready"), n()) : t.data.kind === "wants" ? this.#_(e, t.data.module) : this.#y(t.data));
			}), e.addEventListener("error", (t) => {
				t.preventDefault(), clearTimeout(a), this.#a === e && (i ? this.replace(t.message) : this.#v(t.message || "the engine could not start", r));
			}), t) {
				let e = t.bytes.slice().buffer;
				this.#p({
					kind: "start",
					wasm: e,
					compressed: t.compressed
				}, [e]);
			} else this.#p({ kind: "begin" });
		});
	}
	async #_(e, t) {
		try {
			let { bytes: n, compressed: r } = await this.#e.module(t);
			if (this.#a !== e) return;
			let i = n.slice().buffer;
			this.#p({
				kind: "module",
				module: t,
				wasm: i,
				compressed: r
			}, [i]);
		} catch (t) {
			this.#a === e && this.replace(String(t));
		}
	}
	#v(e, t) {
		let n = [...this.#r.values()];
		this.#r.clear(), this.#t("blocked");
		for (let t of n) t.reject(new lt(e));
		t(new lt(e));
	}
	#y(e) {
		if (e.kind === "crashed") {
			this.replace(e.message);
			return;
		}
		let t = this.#r.get(e.id);
		t && (e.kind === "progress" ? t.progress?.(e.progress) : (this.#r.delete(e.id), e.kind === "bytes" ? t.resolve({
			reply: "",
			stopped: !1,
			bytes: e.bytes
		}) : e.kind === "done" ? t.resolve({
			reply: e.reply,
			stopped: e.stopped
		}) : t.reject(new ct(e.failure))));
	}
}, dt = class extends Error {
	constructor(e, t) {
		super(`the engine was refused: ${e} ${t}`), this.name = "EngineRefused", this.code = e, this.detail = t;
	}
}, ft = {
	plan: void 0,
	report: void 0,
	explained: void 0,
	running: !1
};
function pt(e) {
	return e.no_show + e.late_cancel;
}
function mt(e) {
	return e.sessions.flatMap((e) => e.patients.map((t) => ({
		session: e,
		seat: t,
		missing: pt(t),
		help: t.help ?? []
	}))).filter((e) => e.help.length > 0).sort((e, t) => t.missing - e.missing || e.session.start.localeCompare(t.session.start) || e.seat.patient.localeCompare(t.seat.patient));
}
function ht(e, t, n) {
	return [Math.max(0, e - 1.96 * t), Math.min(n, e + 1.96 * t)];
}
function gt(e) {
	return Math.log(e / (1 - e));
}
function _t(e) {
	return [...e.contributions ?? []].filter((e) => Math.abs(e.log_odds) >= .005).sort((e, t) => Math.abs(t.log_odds) - Math.abs(e.log_odds));
}
function vt(e) {
	let t = _t(e).reduce((e, t) => e + t.log_odds, 0);
	return (e.contributions ?? []).reduce((e, t) => e + t.log_odds, 0) - t;
}
function yt(e, t, n) {
	if (e.plan === t) return e.explained?.session === n ? e.explained : e.report?.sessions.find((e) => e.session === n);
}
// state/buffers.ts
var bt = [
	.8,
	.9,
	.95
], xt = [
	0,
	.5,
	1
], St = {
	asked: {
		level: .9,
		walkIns: !0,
		freedShare: 0
	},
	reply: void 0,
	of: void 0,
	running: !1
};
function Ct(e, t) {
	let n = new Map(e.reserves.map((e) => [e.weekday, e.minutes]));
	return n.size === t.weekdays.length && t.weekdays.every((e) => n.get(e.weekday) === e.reserve_min);
}
function wt(e) {
	return e.length > 0 ? {
		low: Math.min(...e),
		high: Math.max(...e)
	} : void 0;
}
// state/history.ts
function Tt(e) {
	return {
		value: e,
		past: [],
		future: []
	};
}
function Et(e, t, n) {
	return n === e.value ? e : {
		value: n,
		past: [...e.past, {
			label: t,
			value: e.value
		}].slice(-100),
		future: []
	};
}
function Dt(e) {
	let t = e.past.at(-1);
	return t ? {
		value: t.value,
		past: e.past.slice(0, -1),
		future: [{
			label: t.label,
			value: e.value
		}, ...e.future]
	} : e;
}
function Ot(e) {
	let [t, ...n] = e.future;
	return t ? {
		value: t.value,
		past: [...e.past, {
			label: t.label,
			value: e.value
		}],
		future: n
	} : e;
}
function kt(e) {
	return e.past.at(-1)?.label;
}
function At(e) {
	return e.future[0]?.label;
}
// format.ts
var jt = 864e5, Mt;
function Nt({ locale: e, clock: t }) {
	let n = (t) => new Intl.DateTimeFormat(e, {
		...t,
		timeZone: "UTC"
	}), r = /* @__PURE__ */ new Map();
	Mt = {
		locale: e,
		clock: t,
		plural: new Intl.PluralRules(e),
		number: (t, n = 0) => {
			let i = `${n} ${t}`, a = r.get(i) ?? new Intl.NumberFormat(e, {
				minimumFractionDigits: n,
				maximumFractionDigits: t
			});
			return r.set(i, a), a;
		},
		days: {
			short: n({ weekday: "short" }),
			weekday: n({ weekday: "long" }),
			medium: n({
				weekday: "short",
				month: "short",
				day: "numeric"
			}),
			long: n({
				weekday: "long",
				month: "long",
				day: "numeric"
			}),
			plain: n({
				month: "short",
				day: "numeric"
			}),
			month: n({
				month: "short",
				year: "numeric"
			}),
			date: n({
				month: "short",
				day: "numeric",
				year: "numeric"
			})
		}
	};
}
function Pt() {
	return Mt.locale;
}
function Ft(e) {
	return Mt.plural.select(e);
}
function b(e) {
	let [t = 1970, n = 1, r = 1] = e.slice(0, 10).split("-").map(Number);
	return Math.round(Date.UTC(t, n - 1, r) / jt);
}
function It(e) {
	return (/* @__PURE__ */ new Date(e * jt)).toISOString().slice(0, 10);
}
function Lt(e) {
	return Number(e.slice(11, 13)) * 60 + Number(e.slice(14, 16));
}
function Rt(e, t) {
	let n = e + Math.floor(t / 1440), r = (t % 1440 + 1440) % 1440;
	return `${It(n)}T${zt(Math.floor(r / 60))}:${zt(r % 60)}`;
}
function zt(e) {
	return String(e).padStart(2, "0");
}
function x(e, t = "medium") {
	let n = typeof e == "string" ? b(e) : e;
	return Mt.days[t].format(/* @__PURE__ */ new Date(n * jt));
}
function Bt(e) {
	return `${x(e, "short")} ${Number(It(e).slice(8))}`;
}
function Vt(e) {
	let t = (e % 1440 + 1440) % 1440;
	return Mt.clock === 12 ? `${Math.floor(t / 60) % 12 || 12}:${zt(t % 60)} ${t < 720 ? "AM" : "PM"}` : `${Math.floor(t / 60)}:${zt(t % 60)}`;
}
function Ht(e) {
	return `${x(e, "short")} ${Vt(Lt(e))}`;
}
function Ut(e, t) {
	return `${Vt(e)}–${Vt(e + t)}`;
}
function S(e) {
	let t = e < 0 ? "−" : "", n = Math.abs(Math.round(e));
	if (n < 60) return `${t}${n} min`;
	let r = n % 60;
	return r === 0 ? `${t}${Math.floor(n / 60)} h` : `${t}${Math.floor(n / 60)} h ${zt(r)}`;
}
function C(e) {
	return Mt.number(0).format(e + 0).replace("-", "−");
}
function Wt(e) {
	return e.replaceAll(/\d{4,}/g, (e) => C(Number(e)));
}
function w(e, t = 1) {
	let n = Number(e.toFixed(t)) + 0;
	return Mt.number(t).format(n).replace("-", "−");
}
function T(e, t = 1) {
	let n = Number(e.toFixed(t)) + 0;
	return Mt.number(t, t).format(n).replace("-", "−");
}
function Gt(e, t = "USD") {
	let n = Number((e / 100).toPrecision(3)) + 0, r = Math.abs(n), [i, a] = r >= 1e6 ? [n / 1e6, "M"] : r >= 1e4 ? [n / 1e3, "k"] : [n, ""], o = a === "" ? r < 100 && !Number.isInteger(n) ? 2 : 0 : 2;
	return (new Intl.NumberFormat(Mt.locale, {
		style: "currency",
		currency: t,
		minimumFractionDigits: a === "" ? o : 0,
		maximumFractionDigits: o
	}).format(i) + a).replace("-", "−");
}
function Kt(e, t = "USD") {
	let n = Math.round(e / 100) + 0;
	return new Intl.NumberFormat(Mt.locale, {
		style: "currency",
		currency: t,
		maximumFractionDigits: 0
	}).format(n).replace("-", "−");
}
function qt(e, t = "USD") {
	return new Intl.NumberFormat(Mt.locale, {
		style: "currency",
		currency: t
	}).format(e + 0).replace("-", "−");
}
function E(e, t = +(e !== 0 && Math.abs(e) < .0995)) {
	return `${w(e * 100, t)} %`;
}
function Jt(e, t) {
	let n = t(Math.abs(e));
	return n === t(0) ? n : e > 0 ? `+${n}` : `−${n}`;
}
function Yt(e) {
	return e < 1e3 ? `${e} B` : e < 1e6 ? `${w(e / 1e3, 0)} kB` : `${w(e / 1e6, 1)} MB`;
}
function Xt(e) {
	return new Intl.DateTimeFormat(Mt.locale, {
		month: "short",
		day: "numeric",
		hour: "numeric",
		minute: "2-digit",
		hour12: Mt.clock === 12
	}).format(new Date(e));
}
Nt({
	locale: "en-US",
	clock: 24
});
// state/pilot.ts
var Zt = [
	{
		id: "K10",
		better: "lower"
	},
	{
		id: "K9",
		better: "higher"
	},
	{
		id: "K11",
		better: "higher"
	}
], Qt = {
	draft: void 0,
	planned: void 0,
	fault: void 0,
	reading: void 0,
	readingFault: void 0,
	busy: !1
};
function $t({ clinic: e }) {
	let t = /* @__PURE__ */ new Map();
	for (let n of e.attendances) t.set(n.appointment, (t.get(n.appointment) ?? 0) + 1);
	let n = e.settings.as_of, r = /* @__PURE__ */ new Map(), i = n;
	for (let a of e.appointments) {
		let [e] = a.clinicians, o = a.patient ? 1 : t.get(a.id) ?? 0;
		e === void 0 || o === 0 || a.start >= n || (r.set(e, (r.get(e) ?? 0) + o), a.start < i && (i = a.start));
	}
	return {
		visits: r,
		weeks: (b(n) - b(i)) / 7
	};
}
function en(e, t) {
	let { visits: n, weeks: r } = $t(e);
	return e.clinic.clinicians.filter((e) => (t === "" || e.discipline === t) && (n.get(e.id) ?? 0) >= Math.max(1, r)).map((e) => ({
		id: e.id,
		stratum: e.discipline
	}));
}
function tn(e, t, n) {
	let r = $t(e), i = en(e, t).map((e) => r.visits.get(e.id) ?? 0).sort((e, t) => e - t), a = i[Math.floor(i.length / 2)] ?? 0;
	return r.weeks > 0 ? Math.max(1, Math.round(a / r.weeks * n)) : 100;
}
function nn(e, t) {
	let n = e?.find((e) => e.id === t)?.value;
	return n === void 0 ? void 0 : Math.round(n * 1e3) / 10;
}
function rn(e, t, n) {
	let r = nn(t, "K10") ?? 18;
	return {
		name: n,
		comparison: "randomized",
		start: e.clinic.settings.horizon_start,
		weeks: 12,
		look: 6,
		discipline: "",
		observations: tn(e, "", 12),
		icc: .03,
		correlation: .5,
		measure: "K10",
		own: {
			id: "",
			kind: "mean",
			better: "higher",
			sd: 1
		},
		baseline: r,
		effect: Math.max(1, Math.round(r / 3)),
		also: ["K9"]
	};
}
function an(e, t, n) {
	let r = Zt.find((t) => t.id === e.measure), i = r !== void 0 || e.own.kind === "share", a = i ? 100 : 1, { own: o } = e, s = {
		id: r?.id ?? o.id,
		kind: r ? "share" : o.kind,
		better: r?.better ?? o.better,
		primary: !0,
		baseline: on(e.baseline / a),
		effect: on(e.effect / a),
		...!r && o.kind === "mean" ? { sd: o.sd } : {}
	}, c = Zt.filter((t) => e.also.includes(t.id) && t.id !== e.measure).map(({ id: t, better: r }) => ({
		id: t,
		better: r,
		kind: "share",
		primary: !1,
		baseline: on((nn(n, t) ?? 80) / 100),
		effect: i ? on(e.effect / 100) : .05
	}));
	return {
		name: e.name,
		comparison: e.comparison,
		start: e.start,
		weeks: e.weeks,
		looks: e.look > 0 && e.look < e.weeks ? [e.look] : [],
		units: en(t, e.discipline),
		observations: e.observations,
		icc: e.icc,
		correlation: e.correlation,
		measures: [s, ...c],
		seed: t.clinic.settings.seed
	};
}
function on(e) {
	return Math.round(e * 1e6) / 1e6;
}
function sn(e, t) {
	let n = b(t.clinic.settings.as_of) - b(e.start) - 7 * e.weeks;
	return {
		...e,
		start: It(b(e.start) + 7 * Math.floor(n / 7))
	};
}
function cn(e, t) {
	let n = Math.floor((b(t.clinic.settings.as_of) - b(e.start)) / 7);
	return Math.max(0, Math.min(e.weeks, n));
}
function ln(e) {
	let t = [], n = [];
	return e.split(/\r?\n/).forEach((e, r) => {
		if (e.trim() === "") return;
		let [i = "", a = "", o = "", s = "", c = "", l = "", u = ""] = e.split(/\t|;|,/).map((e) => e.trim());
		r === 0 && /^measure$/i.test(i) || (i && a && (o === "usual" || o === "new") && c !== "" && l !== "" && Number.isFinite(Number(c)) && Number(l) > 0 ? t.push({
			measure: i,
			unit: a,
			arm: o,
			before: /^(true|yes|1|before)$/i.test(s),
			sum: Number(c),
			count: Number(l),
			cluster: u
		}) : n.push(r + 1));
	}), {
		rows: t,
		wrong: n
	};
}
// state/privacy.ts
var un = {
	self: void 0,
	refused: 0,
	trying: !1,
	trial: void 0
}, dn = "https://rosterwell.invalid/", fn = (e) => e.split(";").map((e) => e.trim()).filter(Boolean), pn = {
	of: void 0,
	reply: void 0,
	running: !1
};
function mn(e) {
	let t = {
		error: 0,
		warning: 1,
		note: 2
	};
	return e.counts.map((t) => ({
		...t,
		findings: e.findings.filter((e) => e.kind === t.kind)
	})).sort((e, n) => t[e.grade] - t[n.grade]);
}
function hn(e) {
	return new Map(e.flatMap((e) => e.kind === "one_room" ? [[e.drop, e.keep]] : []));
}
// keep/idle.ts
var gn = {
	least: 5,
	default: 10,
	most: 30
}, _n = 12e4, vn = 6e4;
function yn(e, t) {
	return Math.max(t.steady - e.steady, Math.min(t.wall - e.wall, 864e5));
}
function bn(e, t, n) {
	let r = n * 6e4, i = t.wall - e.lastLook.wall - (t.steady - e.lastLook.steady) > vn, a = e.hiddenSince !== void 0 && yn(e.hiddenSince, t) >= 12e4, o = yn(e.lastDeed, t);
	return i || a || o >= r ? "lock" : o >= r - 12e4 ? "warn" : "open";
}
// state/keep.ts
var xn = "rosterwell-save/2", Sn = {
	dialog: void 0,
	error: void 0,
	working: !1,
	hasKey: !1,
	device: "unknown",
	kept: void 0,
	otherTab: !1,
	cover: void 0,
	soon: !1,
	settings: {
		user: "",
		lockMinutes: gn.default
	},
	log: void 0,
	head: ""
};
function Cn(e, t, n, r) {
	return {
		format: xn,
		saved: r,
		...wn(e, t),
		settings: n
	};
}
function wn(e, t) {
	return {
		clinic: e,
		plan: t.plan ?? null,
		stage: t.stage,
		before: t.before ?? null,
		locks: t.locks,
		lock_reasons: t.lockReasons,
		scenarios: t.scenarios,
		pilot: t.pilot ?? null,
		profiles: t.profiles
	};
}
function Tn(e, t) {
	let [n, r] = [e.work, t.work], i = {
		base: e.revision,
		at: t.at
	};
	if (n === r || !r.clinic) return {
		...i,
		changes: 0,
		work: {}
	};
	let a = wn(r.clinic.clinic, r), o = {
		clinic: n.clinic === r.clinic,
		plan: n.plan === r.plan,
		stage: n.stage === r.stage,
		before: n.before === r.before,
		locks: n.locks === r.locks,
		lock_reasons: n.lockReasons === r.lockReasons,
		scenarios: n.scenarios === r.scenarios,
		pilot: n.pilot === r.pilot,
		profiles: n.profiles === r.profiles
	}, s = Object.fromEntries(Object.entries(a).filter(([e]) => !o[e]));
	return {
		...i,
		changes: t.changes,
		work: s
	};
}
function En(e, t) {
	return {
		...e,
		...t.work
	};
}
function Dn(e) {
	let t = e.stage === "proposal" || e.stage === "kept" ? e.stage : "current";
	return {
		...e.plan && t !== "current" ? {
			plan: e.plan,
			stage: t
		} : {},
		before: e.before ?? void 0,
		locks: Array.isArray(e.locks) ? e.locks.filter((e) => typeof e == "string") : [],
		lockReasons: On(e.lock_reasons),
		scenarios: Array.isArray(e.scenarios) ? e.scenarios : [],
		pilot: e.pilot?.design && typeof e.pilot.hash == "string" ? e.pilot : void 0,
		...Array.isArray(e.profiles) ? { profiles: e.profiles.filter(kn) } : {}
	};
}
function On(e) {
	return typeof e != "object" || !e ? {} : Object.fromEntries(Object.entries(e).filter((e) => typeof e[1] == "string"));
}
function kn(e) {
	let t = e;
	return typeof t?.name == "string" && typeof t.table == "string" && Array.isArray(t.asks) && Array.isArray(t.columns);
}
function An(e) {
	let t = Number(e?.lockMinutes);
	return {
		user: typeof e?.user == "string" ? e.user.replace(/\p{Cc}/gu, "").slice(0, 40) : "",
		lockMinutes: Number.isInteger(t) ? Math.min(gn.most, Math.max(gn.least, t)) : gn.default
	};
}
var jn = 6;
function Mn(e, t) {
	let n = [...e];
	return n.length < 15 ? "short" : new Set(n).size < jn ? "repeats" : e === t ? void 0 : "same";
}
var Nn = "abcdefghjkmnpqrstuvwxyz23456789";
function Pn(e) {
	let t = "";
	for (; t.length < 20;) for (let n of e()) n < 248 && t.length < 20 && (t += Nn[n % 31] ?? "");
	return t.replace(/(.{4})(?=.)/g, "$1-");
}
function Fn(e, t) {
	let n = ` ${t.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `, { patients: r, clinicians: i } = e.clinic;
	return [...r, ...i].some(({ name: e }) => (e ?? "").toLowerCase().split(/[^\p{L}\p{N}]+/u).some((e) => e.length > 2 && n.includes(` ${e} `)));
}
function In(e) {
	return (e?.settings.rule_packs ?? []).join(" ").slice(0, 200);
}
// state/language.ts
var Ln = ["en-US", "es-US"], Rn = {
	"en-US": "English",
	"es-US": "Español"
}, zn = {
	language: "en-US",
	clock: 24
};
function Bn(e) {
	for (let t of e) {
		let e = Ln.find((e) => e.slice(0, 2) === t.slice(0, 2).toLowerCase());
		if (e) return e;
	}
	return zn.language;
}
// state/incident.ts
var Vn = [
	"sick",
	"late",
	"room_closed",
	"emergency"
], Hn = [
	10,
	15,
	20,
	30,
	45,
	60,
	90,
	120
], Un = {
	draft: void 0,
	events: [],
	running: void 0,
	result: void 0
}, Wn = 480, Gn = 1440;
function Kn(e, t) {
	let n = Rt(t, Wn), { as_of: r } = e.clinic.settings, i = b(r) === t && r > n ? r.slice(0, 16) : n, a = (e) => e.keys().next().value ?? "";
	return {
		kind: "sick",
		now: i,
		clinician: a(e.clinicians),
		room: a(e.rooms),
		patient: a(e.patients),
		service: qn(e)[0]?.id ?? "",
		from: i,
		until: Rt(t, Gn),
		by: Rt(t, 720),
		minutes: 30
	};
}
function qn(e) {
	return e.clinic.services.filter((e) => e.kind !== "group" && e.kind !== "shift").map(({ id: e, name: t }) => ({
		id: e,
		name: t || e
	}));
}
function Jn(e) {
	let { clinician: t, room: n, patient: r, service: i, from: a, until: o, by: s, minutes: c } = e;
	switch (e.kind) {
		case "sick": return {
			kind: "sick",
			clinician: t,
			from: a,
			until: o
		};
		case "late": return {
			kind: "late",
			clinician: t,
			minutes: c
		};
		case "room_closed": return {
			kind: "room_closed",
			room: n,
			from: a,
			until: o
		};
		case "emergency": return {
			kind: "emergency",
			patient: r,
			service: i,
			by: s,
			minutes: null
		};
	}
}
function Yn(e) {
	return [...e.events, ...e.draft ? [Jn(e.draft)] : []];
}
function Xn(e, t, n, r) {
	return e.plan === n && e.clinic === r && e.now === t.draft?.now && JSON.stringify(e.events) === JSON.stringify(Yn(t));
}
// state/relief.ts
var Zn = [
	90,
	80,
	70,
	60,
	50
], Qn = [
	2,
	4,
	8,
	12
], $n = {
	asked: void 0,
	running: void 0,
	result: void 0
};
function er(e) {
	return {
		clinician: e,
		percent: 80,
		weeks: 4,
		others: !1
	};
}
function tr(e, t) {
	return Math.round(e * t / 100);
}
function nr(e) {
	let t = new Set(e.people.find((t) => t.clinician === e.cap.clinician)?.lost), n = e.people.filter((e) => e.gained.some((e) => t.has(e)));
	return {
		sessions: new Set(n.flatMap((e) => e.gained.filter((e) => t.has(e)))).size,
		people: n.length
	};
}
function rr(e, t, n, r) {
	let { question: i } = e;
	return i.clinician === t.clinician && i.percent === t.percent && i.weeks === t.weeks && i.others === t.others && e.plan === n && e.clinic === r;
}
// words/count.ts
function D(e, t, n = `${t}s`) {
	return `${C(e)} ${Ft(e) === "one" ? t : n}`;
}
var ir = {
	title: "Attendance",
	intro: "Who is expected to come to the sessions on the board, learned from this clinic's own past visits. It is there to help and to plan spare time from sums. Nobody is judged, moved or overbooked by it.",
	learning: (e) => `Learning from ${e} past visits`,
	empty: "Attendance is learned from past visits with their outcomes. This clinic has none on record.",
	addData: "Add visits",
	retry: "Look again",
	noPlan: "No visits are planned in the days on the board.",
	outcomes: {
		no_show: "No-show",
		late_cancel: "Late cancellation",
		provider_cancel: "Cancelled by the clinic"
	},
	sources: {
		model: "model of this clinic",
		baseline: "the clinic's rate for this service",
		nothing: "nothing: no history"
	},
	help: {
		nearer_slot: "Nearer slot",
		video: "Video",
		ride: "Ride",
		call: "Call"
	},
	finding: (e, t, n, r) => `About ${e} of ${t} planned visits are expected to take place: 19 in 20 such weeks ${n} to ${r}.`,
	findingNote: "If patients come independently of each other. A road closed by snow keeps many away at once.",
	tiles: {
		completion: ["Visits that take place", "K9: of all that are not given back in time"],
		attendance: ["Attendance", "K11: of visits that the clinic keeps"],
		no_show_rate: ["No-shows", "K10: of visits neither side cancels"],
		held: "Session hours held"
	},
	hoursOf: (e) => `of ${e} planned: at least one patient comes`,
	days: "By day",
	dayCaption: (e, t) => `Visits expected by day, of those planned (short lines). Fewest for their number on ${e}: ${t}.`,
	dayUnit: "Visits expected",
	dayText: (e, t) => `${e} of ${t}`,
	helpTitle: "Who may need help to come",
	helpNote: (e, t) => `Visits missed or cancelled late with a chance of ${e} or more; usual is ${t}. Help is offered, never imposed. Whoever was helped and came looks as if no help was needed: keep a record of it.`,
	helpNone: "No visit is much likelier to be missed than usual.",
	missed: (e) => `${e} chance of missing it`,
	noShow: (e, t, n) => `No-show, if neither side cancels: ${e} (95 % interval ${t} to ${n})`,
	then: (e) => `${e} of visits like that are missed`,
	open: (e) => `Open ${e} in the schedule`,
	more: (e) => `Show ${e} more`,
	overbooking: "Patients are never overbooked by name.",
	overbookingNote: "Spare time is planned from the sums above, for everyone alike. In a published study, overbooking by predicted no-shows made Black patients wait about 30 % longer (Samorani and others 2022).",
	quality: "How good it is",
	outcome: "Outcome",
	held: (e, t) => `Latest quarter of the history, not seen when learning: ${e} visits, ${t} of this kind.`,
	source: (e) => `In use: ${e}.`,
	noEvaluation: "The history is too short to hold some of it back, so nothing can be said about how good it is.",
	qualityColumns: [
		"",
		"Model",
		"Rate by service"
	],
	measures: {
		auc: ["AUC", "chance to tell apart a visit to which it happened and one to which it did not; 0.5 is a coin"],
		brier: ["Brier score", "mean squared distance of chance and outcome; less is better"],
		log_loss: ["Log loss", "what decides between model and rate; less is better"],
		calibration_error: ["Calibration error", "mean distance of predicted and observed"]
	},
	gain: (e, t, n) => `Log loss of the model less that of the rate: ${e} (95 % interval ${t} to ${n}, patients as clusters). The model is used only if all of it lies below 0.`,
	calibration: "Predicted and observed",
	calibrationCaption: (e, t, n) => `Predicted and observed differ by ${e} points on average; ${t} of ${n} intervals hold the diagonal.`,
	recalibrated: (e) => `Adjusted on the ${e} visits of the last four weeks.`,
	effects: "What goes with it",
	effectsNote: "Log odds added to those of the mean visit: 0.7 is about twice the odds. What goes with missing a visit need not cause it.",
	factor: "Factor",
	effectText: (e, t) => `odds × ${e}, n ${t}`,
	effectsCaption: (e, t) => `Most for “${e}”, least for “${t}”.`,
	groups: "No-shows by groups, against what was predicted",
	by: "By",
	groupings: {
		language: "Language",
		equity_group: "Equity group",
		site: "Site",
		level_of_care: "Level of care"
	},
	groupsNote: "Observed over expected no-shows on the visits held back, with 95 % intervals. None of these groups is used for predicting. Equal treatment by a number is not equal service.",
	groupText: (e, t) => `× ${e}, ${t}`,
	people: (e) => D(e, "person", "people"),
	asPredicted: "as predicted",
	hidden: (e) => `${D(e, "group")} of fewer than 10 people, or that would give one away, ${e === 1 ? "is" : "are"} hidden.`,
	noGroups: "No group can be shown.",
	flagged: "Share of the visits that would be offered help first",
	flaggedOf: (e, t) => `${e}: ${t}`,
	unstated: "not stated",
	history: "What was learned from",
	learned: (e, t, n) => `${e} visits from ${t} to ${n}.`,
	leftOut: (e, t, n) => `Left out: ${e} cancelled in time, ${t} past without an outcome, ${n} with people or services that are not in the tables.`,
	limits: "What it cannot know",
	expected: "Who is expected",
	one: (e) => `${e} likely to take place`,
	several: (e, t) => `${e} of ${D(t, "patient")} expected`,
	atLeastOne: (e) => `At least one comes with ${e}.`,
	of100: (e, t, n) => `Of 100 visits like it: ${e} no-shows, ${t} cancelled late, ${n} cancelled by the clinic.`,
	made: "What this is made of",
	looking: "Looking at what it is made of",
	ofPatient: (e) => e,
	patient: (e) => `Patient ${e}`,
	score: (e, t, n, r) => `${e}: ${t} (95 % interval ${n} to ${r})`,
	rate: (e) => `From ${e}; nothing about the person is used.`,
	base: "The mean visit",
	rest: "All other factors",
	sum: "Log odds, together",
	added: "Log odds",
	chain: "The clinic cancels first, then the patient, then the visit is missed: each is asked of what the one before has left."
}, ar = {
	title: "Time to keep free",
	intro: "For those who come without a plan: emergencies, and people who are seen on the day on which they ask.",
	level: "It is to be enough in",
	levels: (e) => `${Math.round(e * 100)} % of days`,
	walkIns: "Count people seen on the day they ask",
	freed: "Time of no-shows that can be used",
	freedShares: (e) => e === 0 ? "none of it" : e === 1 ? "all of it" : "half of it",
	looking: "Counting arrivals",
	look: "Look again",
	finding: (e, t) => `Keep ${e} a day free: enough on ${t}.`,
	from: (e, t) => `${e} to ${t}`,
	findingNone: (e) => `No time needs to be kept free: what frees itself is enough on ${e}.`,
	learned: (e, t, n, r) => `Learned from ${D(e, "emergency", "emergencies")} and ${D(t, "walk-in")} on ${D(n, "day")} with work since ${r}.`,
	each: (e) => `One takes ${e} on average.`,
	alike: "Weekdays differ by no more than chance would have it, so they share one rate.",
	apart: "Weekdays differ by more than chance, so each has a rate of its own.",
	clustered: (e) => `Arrivals come in clusters (they vary ${e} times as much as by chance alone); the time is longer for it.`,
	byWeekday: "Minutes to keep free by weekday",
	weekdays: {
		Mon: "Monday",
		Tue: "Tuesday",
		Wed: "Wednesday",
		Thu: "Thursday",
		Fri: "Friday",
		Sat: "Saturday",
		Sun: "Sunday"
	},
	columns: {
		weekday: "Weekday",
		arrivals: "Arrivals a day",
		needed: "Needed",
		freed: "Frees itself",
		keep: "Keep free",
		chance: "Enough in"
	},
	of: (e) => `n ${D(e, "day")}`,
	onAverage: (e) => `${e} on average`,
	tableNote: (e) => `Clinicians' time, of the whole clinic and day. Needed: with nothing becoming free by itself. Frees itself: time of sessions that are expected not to be held; ${e} counts.`,
	plan: "What the plan on the board leaves",
	planColumns: {
		day: "Day",
		free: "Free",
		kept: "To be kept",
		chance: "Enough in"
	},
	planFinding: (e, t, n) => e === t ? `The plan leaves enough on ${t === 1 ? "its one day" : `all of its ${D(t, "day")}`}.` : `The plan leaves enough on ${e} of ${D(t, "day")}: on the others the chance is below ${n}.`,
	pieces: (e, t) => `${e} fit in one piece: ${t}`,
	planNote: "Free: not booked, lunch and ways left out. In one piece: how many arrivals of the usual length fit between the sessions of one clinician's day, and the chance that no more come.",
	almostAll: "over 99 %",
	booked: (e, t) => `${e} of ${t} booked`,
	enough: (e) => `✓ ${e}`,
	less: (e) => `▲ ${e}`,
	held: (e, t, n) => `Tried on the past: what the earlier half of these days asks for was enough on ${e} of ${D(t, "later day")}; ${n} was stated.`,
	accept: "Keep this time free",
	acceptNone: "Keep none free",
	acceptNote: "The next Optimize week keeps it free, unless a session that counts more has no other place. Undo takes it back.",
	accepted: "Kept time free for unplanned arrivals",
	kept: "✓ The clinic keeps this time free.",
	keptNow: (e) => `The clinic keeps ${e} a day free now; this takes its place.`,
	optimize: "Optimize week with it",
	alone: "What parts of the clinic would need alone",
	aloneNote: "Together more than the whole, because one cannot help the other out.",
	aloneColumns: {
		part: "Part",
		arrivals: "Arrivals",
		needed: "Needed a day"
	},
	parts: {
		emergency: "Emergencies",
		walk_in: "Walk-ins",
		any: "Any discipline",
		morning: "Asked in the morning",
		afternoon: "Asked in the afternoon"
	},
	limits: "What it cannot know",
	addData: "Add arrivals"
}, or = {
	title: "Forecast",
	intro: "What the clinic's own records say about the coming weeks: what comes, how many clinicians' hours it takes, and whether they are there.",
	ahead: "Weeks ahead",
	weeks: (e) => D(e, "week"),
	level: "Hours are to suffice with",
	levels: (e) => e === .5 ? "50 % (the middle case)" : `${Math.round(e * 100)} %`,
	run: "Forecast",
	stop: "Stop",
	running: "Forecasting",
	progress: (e, t) => `${D(e, "earlier look")} of ${D(t, "look")} tried`,
	stopped: "Stopped. Nothing was replaced.",
	waiting: "Something else is using the engine. Forecast when it is done.",
	stale: "These figures answer the question before your last change.",
	done: "The forecast is ready",
	none: "Forecasts need 8 full weeks of referrals or visits. This clinic has none on record.",
	tooFew: (e) => `Forecasts need 8 full weeks of referrals or visits. The longest history here has ${D(e, "week")}, so means are held and no range is given.`,
	addData: "Add visits",
	press: "Press Forecast to look ahead.",
	enough: (e, t, n) => e === 1 ? `The hours of the one discipline suffice in every one of ${D(t, "week")}, with ${n}.` : `The hours of all ${e} disciplines suffice in every one of ${D(t, "week")}, with ${n}.`,
	short: (e, t, n, r) => `${e} of ${D(t, "discipline")} ${e === 1 ? "lacks" : "lack"} hours: most of all ${n}, up to ${r} in a week.`,
	hoursTitle: "Hours needed and hours there",
	hoursNote: (e, t, n) => `Hours a week on average over the weeks ahead, from ${D(t, "full week")} on record until ${n}; the range holds 8 in 10 cases. Enough in all: the chance that the hours of all weeks together suffice. A week is short if its own hours do not suffice with ${e}.`,
	columns: {
		discipline: "Discipline",
		needed: "Hours needed",
		there: "Hours there",
		fte: "FTE needed / there",
		chance: "Enough in all",
		short: "Short weeks"
	},
	range: (e, t) => `${e} to ${t}`,
	fteOf: (e, t) => `${e} / ${t}`,
	chance: (e) => e >= .995 ? "over 99 %" : e < .005 ? "under 1 %" : `${Math.round(e * 100)} %`,
	enoughWeeks: "none",
	shortWeeks: (e, t, n) => `${e} of ${t}, up to ${n}`,
	unstaffedAny: "Requests that any discipline may meet are counted below; their hours are among those of the disciplines that give them.",
	unstaffed: (e) => `Nobody is on record with the discipline “${e}”: its requests are counted below, its hours are those of the disciplines that give them.`,
	hoursOf: (e) => `Hours of ${e}`,
	hoursChart: (e) => `Hours a week for ${e}, needed and there`,
	hoursFinding: (e, t, n, r) => `On average over these weeks about ${e} a week are needed (8 in 10 cases ${t} to ${n}); ${r} are there. Single weeks vary more: see the bands.`,
	there: "Hours there",
	closing: "What would close the gap",
	closingNote: "Each by itself, over the weeks shown.",
	means: {
		overtime: "Overtime",
		temporary: "Temporary staff",
		hire: "A hire",
		telehealth: "Video in place of drives",
		groups: "Empty seats in groups"
	},
	closes: (e, t) => `closes ${e} of ${D(t, "short week")}`,
	upTo: (e) => `up to ${e} a week`,
	from: (e) => `from the week of ${e}`,
	noCost: "no cost, saves time",
	cannot: "Cannot help here",
	noGap: "Nothing to close: no week is short.",
	capacity: "How the hours there come about",
	demand: "Demand by service and site",
	measures: {
		visits: "Visits wanted",
		referrals: "Referrals"
	},
	measure: "Count",
	seriesColumns: {
		service: "Service",
		recent: "Last 8 weeks",
		next: "Ahead",
		test: "Beats repeating"
	},
	seriesNote: "A week, on average; the range holds 8 in 10 cases. The last column: how much less it would have missed by before than repeating does.",
	better: (e) => `by ${e} %`,
	worse: (e) => `${e} % worse`,
	same: "no",
	refused: "No forecast",
	seriesOf: (e, t) => [e, t].filter(Boolean).join(", "),
	seriesChart: (e, t) => `${e}: ${t.toLowerCase()} a week`,
	seriesFinding: (e, t, n, r) => `About ${e} in the week of ${r}, in 8 of 10 cases ${t} to ${n}.`,
	widened: (e) => `From the week of ${e} on the range is widened by a rule: the history does not reach far enough to try that far ahead.`,
	shift: (e, t, n) => `The level changed in the week of ${e}, from ${t} to ${n} a week; the history before it was brought to the new level.`,
	methods: "What each method says",
	methodNames: {
		seasonal_naive: "Repeating (what it has to beat)",
		exponential_smoothing: "Exponential smoothing",
		theta: "Theta",
		decomposition: "Seasonal decomposition"
	},
	method: "Method",
	firstWeek: "First week",
	lastWeek: "Last week",
	noSeries: "Nothing of this kind is on record.",
	doubts: "What is doubtful",
	noDoubts: "No forecast was refused or widened.",
	rests: "What it rests on",
	special: "Holidays and closures in these weeks",
	specialDay: (e, t, n) => `${e}, ${t}${n ? ` of ${n}` : ""}`,
	specialKinds: {
		holiday: "public holiday",
		closure: "closure"
	},
	prices: "Money and lead times",
	limits: "What it cannot know",
	limitItems: [
		"Why demand changes: a new contract, a competitor or a closed road counts only when it is in weeks that have passed.",
		"What is not on record: people who gave up before they were written down, and demand that a full clinic turned away.",
		"The season of the year, from less than two years of history.",
		"Whether the coming weeks are as hard to foresee as the past ones, which the ranges take for granted.",
		"Whether a session may be given by video or in a group: that is a clinical decision, and the hours shown are an upper end."
	]
}, sr = {
	title: "What would it take?",
	intro: "Says where one slider has to stand for a result to be reached, with the others as they stand; with a second slider, every mix of the two.",
	outcome: "Result",
	least: "at least",
	most: "at most",
	reach: (e) => e ? `Value to reach, ${e}` : "Value to reach",
	slider: "By turning",
	along: "And",
	none: "no other slider",
	find: "Find it",
	again: "Find it again",
	found: "The estimate is there",
	needs: "It answers from instant estimates: positions of all sliders that are planned beforehand.",
	approach: "It works with your own assumptions: choose them under Approach.",
	estimate: "Estimate",
	asked: (e, t, n) => `${e}: ${t} ${n}`,
	met: (e) => `Already reached, without turning ${e}.`,
	reached: (e, t) => `Reached with ${e} at ${t}.`,
	beyond: (e, t, n) => `Not reachable with ${e} alone, between ${t} and ${n}.`,
	there: (e, t, n) => `There about ${e}; 8 in 10 such estimates hit between ${t} and ${n}.`,
	best: (e, t, n) => `At its best end about ${e}; 8 in 10 such estimates hit between ${t} and ${n}.`,
	cautious: (e, t) => `With ${e} at ${t} even the worse end of the band reaches it.`,
	notCautious: "Nowhere in the range does the worse end of the band reach it.",
	plan: "Plan this setting",
	planOf: (e) => `Plan this setting: ${e}`,
	mixes: "Mixes of both that reach it",
	mixTable: "Mixes of both, table",
	mixNote: (e, t) => `${e} of ${D(t, "position")} can reach it. Solid: by the estimate. Dashed: even at the worse end of its band.`,
	byEstimate: "By estimate",
	even: "Even at the worse end",
	today: "as today",
	never: "not reachable",
	planned: "Planned anew",
	wasEstimate: (e) => `The estimate was ${e}.`,
	holds: (e) => `Likely case ${e}: the goal is reached.`,
	fails: (e) => `Likely case ${e}: the goal is missed. Go a little further, or plan the position where even the worse end of the band reaches it.`,
	ranges: "The estimate takes every assumption in the middle of its range, as the draws of a plan are on average."
}, cr = {
	looking: "Comparing with the open clinic",
	counts: "What becomes of the rows",
	table: "Table",
	columns: {
		added: "New",
		same: "The same",
		changed: "Changed",
		seated: "Seats of a group",
		kept: "Not taken",
		left_out: "Left out"
	},
	settings: "Settings in the file are not taken: those of the open clinic stay.",
	questions: "Your decision",
	questionsNote: "These are only likely to be the same. Nothing is put together unless it says “same” here.",
	pair: (e, t) => `${e} in the file, ${t} in the clinic`,
	same: "Same",
	apart: "Not the same",
	groups: "One group session?",
	groupsNote: "Several patients at one time with one clinician. They become one session only if you say so.",
	group: (e, t, n, r) => `${e}, ${t}, ${n}: ${D(r, "patient")}`,
	one: "One group session",
	single: "Sessions of their own",
	unasked: (e) => `${D(e, "more question")} are not asked; those rows are added as they are.`,
	changes: (e) => `${D(e, "row")} with new values`,
	change: (e, t) => `${e.replaceAll("_", " ")} ${t}`,
	from: (e, t) => `${e}, row ${t}`,
	more: (e) => `Show ${e} more`,
	notListed: (e) => `${D(e, "more row")} are in the report.`,
	add: (e) => `Add ${D(e, "row")}`,
	nothing: "Everything in these files is in the clinic already.",
	report: "Download the report",
	note: "What a file does not say stays as it is; nothing is taken out. Undo brings everything back. The board shows the schedule as it is then.",
	added: (e) => `Added ${C(e)} ${e === 1 ? "row" : "rows"} from files`
}, lr = {
	choose: {
		save: "Choose a passphrase for your saves",
		device: "Choose a passphrase for the copy on this device",
		lock: "Choose a passphrase, so that the page can lock"
	},
	chooseIntro: "Everything is encrypted with it before it is saved. There is no recovery: whoever has lost the passphrase has lost the file, and nobody can open it.",
	passphrase: "Passphrase",
	again: "The same once more",
	showIt: "Show what I type",
	help: "At least 15 characters. Four or five words that do not belong together are easy to keep in mind.",
	suggest: "Suggest one",
	suggested: "Write it down where only you can find it.",
	weakness: {
		short: "At least 15 characters: several words do.",
		repeats: "Too much of it repeats: use more different characters.",
		same: "The two are not the same."
	},
	go: {
		save: "Save encrypted",
		device: "Keep a copy on this device",
		lock: "Lock"
	},
	plain: "Save unencrypted instead",
	plainNote: "An unencrypted file can be read by anybody who gets it, and carries no audit log.",
	cancel: "Cancel",
	working: "Working out the key…",
	openTitle: (e) => `Open ${e}`,
	openDevice: "the copy on this device",
	openIntro: "It is encrypted. What is open now stays open until the passphrase is right.",
	openIt: "Open",
	startFresh: "Not now",
	restoreTitle: (e) => `Restore ${D(e, "change", "changes")}?`,
	restoreIntro: (e, t) => `${D(e, "change was", "changes were")} made after the last save, until ${Xt(t)}. They can be undone as one step.`,
	restoreIt: "Restore",
	restoreNot: "Leave them out",
	restored: (e) => `Restore ${D(e, "change", "changes")}`,
	changeTitle: "Change the passphrase",
	changeIntro: "For saves from now on. Files you have saved before keep their old passphrase.",
	old: "Present passphrase",
	next: "New passphrase",
	changeIt: "Change it",
	changed: "The passphrase is changed. Save a file to have one with the new passphrase.",
	wipeTitle: "Remove the copy from this device?",
	wipeIntro: "The copy and its keys are removed, and this page is emptied. Files that you have saved stay where they are. This cannot be undone.",
	wipeSure: (e) => e > 0 ? `Yes, I want to lose ${D(e, "change that is in no file", "changes that are in no file")}.` : "Yes, I want to empty this page.",
	wipeIt: "Wipe",
	wiped: "Everything was removed from this device. An invented clinic is open now.",
	reasonTitle: "Why did you decide otherwise?",
	reasonIntro: (e) => `You changed ${D(e, "session", "sessions")} of the proposal by hand. The log keeps the reason. Write no names.`,
	reason: "Reason",
	reasons: [
		"Patient or family asked",
		"Clinical need",
		"Staff asked",
		"Someone is absent",
		"Room or equipment",
		"The data were wrong"
	],
	reasonOther: "Another reason",
	reasonText: "In a few words",
	reasonName: "This holds the name of somebody in the clinic: say it without.",
	reasonNone: "Say why.",
	reasonIt: "Keep this plan",
	locked: "Locked",
	lockedIntro: "The plan is encrypted and nothing of it is on the screen or in the engine. Your work is kept, unsaved changes too.",
	unlock: "Unlock",
	curtain: "Hidden",
	curtainIntro: "The page is hidden as nobody was there. Without a passphrase it cannot lock: whoever presses the button sees the plan. Choose a passphrase under Privacy to lock it.",
	show: "Show the page",
	soon: "This page locks in two minutes, as nothing was pressed. Your work is kept.",
	stay: "Stay open",
	opened: (e) => `${e} is open.`,
	damagedSlot: "The newer copy on this device was damaged. The one before it is open.",
	logBroken: (e) => `The audit log of this file is not as it was written: entry ${e} is the first bad one.`,
	notKept: {
		denied: "This browser keeps nothing. Save a file before closing.",
		full: "There is no room left on this device: the copy was not updated. Save a file.",
		busy: "Another tab keeps the copy on this device. Changes in this tab are not in it: save a file, or close the other tab.",
		changed: "Another tab has written the copy on this device. Nothing of it was overwritten. Save a file from this tab to keep its changes.",
		failed: "The copy on this device was not updated. Save a file."
	},
	keysLost: "The worker that held the keys was lost. Your work is still open. Choose a passphrase again with the next save.",
	device: "Copy on this device",
	deviceOn: (e, t) => e ? `An encrypted copy is on this device, written ${Xt(e)}, ${t}. Browsers can clear it: save a file too.` : "An encrypted copy is on this device. Browsers can clear it: save a file too.",
	deviceOff: "Off: nothing is kept in this browser. With it, an encrypted copy is written two seconds after a change.",
	deviceCopy: "An encrypted copy from an earlier time is on this device. It is not open.",
	deviceDenied: "This browser keeps nothing here. Save a file before closing.",
	deviceUnknown: "Looking…",
	keepHere: "Keep a copy on this device",
	keepNoMore: "Stop and remove the copy",
	openCopy: "Open it",
	wipe: "Wipe…",
	lockNow: "Lock now",
	changePassphrase: "Change the passphrase…",
	again2: "Try again",
	settings: "Lock and label",
	lockMinutes: "Lock after so many minutes without a key or click",
	lockMinutesHelp: "5 to 30. It also locks after 2 minutes out of sight, and after sleep.",
	user: "What you are called in the log",
	userHelp: "At most 40 characters, for example front desk 2.",
	log: "Audit log",
	logIntro: "Every action is an entry, chained to the one before it. Entries hold no names. The log travels in the encrypted save.",
	logEmpty: "No entries yet.",
	verify: "Verify",
	expected: "A head that was printed (optional)",
	verified: (e, t) => `${D(e, "entry", "entries")}, in order as written. ${t === 0 ? "None is signed yet: saving, printing or exporting the log signs." : `Signed up to entry ${t}.`}`,
	fault: {
		place: (e) => `Entry ${e} is not where it was: it was deleted or moved, or another was put in.`,
		changed: (e) => `Entry ${e} was changed after it was written.`,
		chain: (e) => `Entry ${e} does not follow the one before it: one of the two was written anew.`,
		missing: (e) => `The log ends too early: entry ${e} is missing.`,
		head: (e, t) => `A signature does not fit: entries ${e} to ${t} may have been written anew.`,
		unknown: () => "That head belongs to no entry: this is another log, or one that was written anew."
	},
	head: "Head",
	exportJsonl: "Export, JSON lines",
	exportCsv: "Export, CSV",
	columns: {
		sequence: "No.",
		time: "When (UTC)",
		user: "Who",
		action: "What",
		object: "Object",
		reason: "Reason",
		hash: "Hash"
	},
	printed: (e, t) => `Log head ${e} · build ${t}`,
	earlier: (e) => `The ${e} newest entries are shown. Export the log to have all of them.`
}, ur = {
	title: "Pilot",
	intro: "Does a change work? Plan it before it starts, write the plan down, read the result by what was written. The unit is the clinician, never the visit: visits of one clinician are alike.",
	first: "Calls before the visit",
	design: "What is tried",
	result: "What it can find",
	name: "Name",
	comparison: "Compared how",
	comparisons: {
		randomized: "Two arms, drawn at random",
		difference_in_differences: "Two arms by choice, before and after",
		before_after: "One arm, before and after (weak)"
	},
	start: "First day",
	weeks: "Weeks",
	look: "Look after week (0: only at the end)",
	discipline: "Who takes part",
	everyone: (e) => `Everyone with visits (${e})`,
	ofDiscipline: (e, t) => `${e} (${t})`,
	observations: "Visits of each clinician",
	observationsNote: "Over all weeks, by the records: the middle clinician's.",
	icc: "Likeness of one clinician's visits (ICC)",
	correlation: "Before tells during (correlation)",
	guesses: "Guesses. Wrong ones make a pilot weaker than planned, not its intervals wrong.",
	measure: "What decides",
	measures: {
		K10: "No-show rate (K10)",
		K9: "Visit completion (K9)",
		K11: "Attendance (K11)"
	},
	own: "A measure of your own",
	ownId: "Its name",
	nameless: "the measure of your own has no name.",
	kind: "Kind",
	kinds: {
		mean: "Mean",
		share: "Share",
		rate: "Rate"
	},
	better: "Better is",
	betters: {
		higher: "more",
		lower: "less"
	},
	sd: "Standard deviation",
	baseline: (e) => `Now${e}`,
	effect: (e) => `Worth having: a change of${e}`,
	percent: ", %",
	points: ", points",
	pointsOf: (e) => `${e} points`,
	inPoints: "Points",
	also: "Watched too",
	noUnits: "A pilot needs clinicians with visits on record; this clinic has fewer than four. Add clinicians and visits.",
	addData: "Add data",
	fault: (e) => `This cannot be planned yet: ${e}`,
	power: "Chance to find it",
	powerNote: (e, t) => `a change of ${e}, with ${D(t, "clinician")} in each arm`,
	detectable: "Smallest that is found",
	detectableNote: (e) => `with a chance of ${e}`,
	needed: "Clinicians needed",
	neededNote: (e) => `in each arm, for ${e}`,
	over: "over 10,000",
	curve: "Chance to find it, by clinicians in each arm",
	curveRow: (e) => `${e} in each arm`,
	curveText: (e, t) => `${e}, finds ${t}`,
	wanted: "wanted",
	looks: "When one looks",
	looksColumns: {
		day: "Day",
		spent: "False alarms so far",
		bound: "z beyond",
		power: "Found by then"
	},
	weekOf: (e) => `week ${e}`,
	arms: "Arms",
	armNames: {
		usual: "As usual",
		new: "The new way"
	},
	before: "Time before",
	armsNote: "Drawn from the seed, evenly within each discipline.",
	oneArm: "One arm: everyone does it the new way from the first day on.",
	weak: "What weakens it",
	hash: "Hash of the design (SHA-256)",
	hashNote: "Write it down where others see it before the first day. Afterwards nobody needs to ask whether the measure was chosen because it looked good.",
	fix: "Write this design down",
	fixed: (e) => `Wrote down the pilot ${e}`,
	dropped: (e) => `Put away the pilot ${e}`,
	drop: "Put it away",
	saveDesign: "Save design",
	saveProtocol: "Save protocol",
	open: "Open a saved design",
	opened: (e) => `Opened the pilot ${e}`,
	notDesign: (e) => `${e} holds no design of a pilot`,
	written: (e, t) => `Written down: ${e}, from ${t}.`,
	reading: "What the data say",
	noFixed: "Write a design down first, or open one that was saved. To see what a reading looks like, rehearse it on past weeks.",
	notBegun: (e, t) => `It begins on ${e}; records end on ${t}. There is nothing to read yet.`,
	rehearse: "Rehearse on past weeks",
	rehearsalNote: "Reads the last weeks on record as if the pilot had run then. Nothing was changed in them: a difference found is a false alarm.",
	rehearsal: "Rehearsal on past weeks: nothing was changed in them.",
	week: "Weeks that have passed",
	records: "Take visits from the clinic's records",
	beforeWeeks: "Weeks before that count",
	rows: "Rows from a sheet",
	rowsHelp: "One row each: measure, unit, arm (usual or new), before (yes or no), sum, count, cluster.",
	rowsWrong: (e) => `Lines that cannot be read: ${e.slice(0, 10).join(", ")}.`,
	read: "Read",
	readDone: "The pilot has been read",
	readFault: (e) => `This cannot be read: ${e}`,
	registrations: {
		matches: "✓ The design is the one that was written down",
		changed: "▲ The design is not the one that was written down",
		unknown: "▲ No hash was written down before"
	},
	lookAt: (e, t, n) => `After week ${e}, ${t}: ${n ? "a planned look" : "a look that was not planned"}.`,
	verdicts: {
		better: "✓ Better",
		worse: "▲ Worse",
		unclear: "○ No difference can be told",
		not_readable: "○ Not readable"
	},
	cannotExclude: "What this cannot exclude",
	primary: "decides",
	other: "watched",
	values: (e) => `${e}, by arm`,
	armText: (e, t) => `${e}, ${D(t, "clinician")}`,
	difference: (e) => `${e}, difference`,
	none: "no difference",
	adjustedFor: {
		cuped: "Adjusted for how each clinician did before, so it is not simply one arm less the other.",
		difference_in_differences: "The change since before in one arm less that in the other, so it is not simply one arm less the other."
	},
	plannedAnalysis: "Planned, 95 %",
	lookInterval: "Over all looks",
	anytime: "At any time",
	analyses: "All analyses",
	analysesNote: "The planned one decides; the others stand beside it.",
	methods: {
		welch: "Welch's t",
		cuped: "CUPED",
		difference_in_differences: "Difference in differences",
		wild_bootstrap: "Wild cluster bootstrap",
		paired: "Paired t",
		permutation: "Permutation",
		newcombe: "Newcombe (visits as if independent)",
		rate_ratio: "Ratio of rates (visits as if independent)"
	},
	analysisColumns: {
		method: "Analysis",
		estimate: "Difference",
		interval: "Interval",
		p: "p"
	},
	planned: "planned",
	z: (e, t) => `z = ${e}, bound of this look ${t}.`,
	anytimeP: (e) => `p at any time ${e}.`,
	adjusted: (e, t) => `p adjusted for all watched measures: ${e} (Holm), ${t} (Benjamini and Hochberg).`,
	mislead: "What could mislead",
	limits: "What it cannot know",
	limitItems: [
		"Who knew which arm was which, and worked harder for it.",
		"What else changed in the same weeks. Two arms share it; before and after does not.",
		"Whether patients of one arm met clinicians of the other: that makes arms alike and effects look smaller.",
		"Whether an effect lasts, or is that of novelty."
	]
}, dr = {
	similar_rooms: ["pair of rooms with nearly the same name", "pairs of rooms with nearly the same name"],
	similar_skills: ["skill spelled in two ways", "skills spelled in two ways"],
	similar_disciplines: ["discipline spelled in two ways", "disciplines spelled in two ways"],
	similar_services: ["pair of services with nearly the same name", "pairs of services with nearly the same name"],
	long_session: ["session that is too long", "sessions that are too long"],
	many_visits: ["day with too many sessions", "days with too many sessions"],
	documentation_beyond_day: ["day with more documentation than time", "days with more documentation than time"],
	wrong_order: ["row whose dates are in the wrong order", "rows whose dates are in the wrong order"],
	parts_beyond_paid: ["day whose parts are more than the paid time", "days whose parts are more than the paid time"],
	missing_level: ["gap in the levels of care", "gaps in the levels of care"],
	level_differs: ["level of care that does not go with the phase", "levels of care that do not go with the phase"],
	stale_phase: ["phase that was not brought up to date", "phases that were not brought up to date"],
	license_expired: ["expired license", "expired licenses"],
	license_expiring: ["license that ends soon", "licenses that end soon"],
	no_hours: ["gap in people's hours", "gaps in people's hours"],
	authorizations_overlap: ["pair of overlapping authorizations", "pairs of overlapping authorizations"],
	units_used_up: ["authorization that is used up", "authorizations that are used up"],
	unresolved_past: ["past without outcomes", "pasts without outcomes"],
	same_session_twice: ["session entered twice", "sessions entered twice"],
	sudden_shift: ["sudden change in weekly sessions", "sudden changes in weekly sessions"]
}, fr = {
	completed: "Mark as completed",
	no_show: "Mark as not attended",
	void: "Mark as void"
};
function pr(e) {
	switch (e.kind) {
		case "one_spelling": return `Write “${e.to}” everywhere`;
		case "one_room": return "Make it one room";
		case "one_service": return "Make it one service";
		case "close_past":
		case "close_sessions": return fr[e.as_what];
		case "clear_documentation": return "Clear the documentation";
		case "end_authorization": return `End the earlier one on ${e.until}`;
		case "remove_authorization": return "Remove the repeat";
		case "swap_care_dates": return "Swap the two dates";
		case "set_levels": return e.levels.length === 1 ? `Set level ${e.levels[0]?.level ?? ""}` : `Set ${D(e.levels.length, "level")} by phase`;
		case "site_hours": return "Use the site's hours";
	}
}
var mr = {
	title: "Doubtful data",
	intro: "Rows that can be used but are likely to be wrong, or about which something has to be done. Every mend can be undone.",
	looking: "Looking at the data",
	retry: "Look again",
	none: "Nothing doubtful was found.",
	finding: (e, t, n) => `${D(e, "kind")} of fault that cannot be as it stands, ${D(t, "kind")} to look at, ${D(n, "kind")} worth knowing.`,
	kind: (e, t) => D(t, ...dr[e]),
	grades: {
		error: "Cannot be",
		warning: "Look at",
		note: "Note"
	},
	sure: {
		certain: "certain",
		likely: "likely",
		possible: "possible"
	},
	why: (e) => `Why it matters: ${e}.`,
	rows: (e, t) => t > 0 ? `${e} and ${D(t, "more row", "more rows")}` : e,
	row: (e, t, n) => `${e.replaceAll("_", " ")} ${t} (${n})`,
	more: (e) => `Show ${e} more`,
	notListed: (e) => `${D(e, "more finding")} of this kind are not listed.`,
	mend: pr,
	all: (e) => `Mend all ${e}`,
	done: (e) => `Mended: ${e}`
}, hr = {
	looking: "Comparing the plan, its base and the files",
	finding: (e, t, n) => `${D(t, "session")} ${t === 1 ? "differs" : "differ"}, ${e === 0 ? "none" : `${e}`} of them changed on both sides; ${n} are the same everywhere.`,
	same: "The files say the same as the plan.",
	covers: (e, t) => `The files speak about ${e} to ${t}; sessions of other days stay as they are.`,
	outside: (e) => `${D(e, "row")} outside the planned days ${e === 1 ? "is" : "are"} not looked at.`,
	noSchedule: "These files hold no appointments.",
	show: "Show",
	filters: {
		conflicts: "Changed on both sides",
		ours: "From the plan",
		theirs: "From there",
		all: "All"
	},
	empty: "None of this kind.",
	cases: {
		both_differ: "Changed on both sides",
		deleted_there_changed_here: "Taken out there, changed by the plan",
		deleted_here_changed_there: "Changed there, taken out by the plan",
		new_both_differ: "New on both sides, not the same",
		ours_only: "Changed by the plan",
		new_here: "Added by the plan",
		deleted_here: "Taken out by the plan",
		theirs_only: "Changed there",
		new_there: "Added there",
		deleted_there: "Taken out there",
		both_same: "The same change on both sides"
	},
	was: "Was",
	plan: "Plan",
	there: "There",
	none: "not there",
	minutes: (e) => `${e} min`,
	seats: (e) => D(e, "seat"),
	take: "Take",
	ours: "Plan",
	theirs: "There",
	because: (e) => `Suggested because ${e}.`,
	decided: "decided by you",
	takeAll: (e, t) => `Take “${e}” for all ${t} shown`,
	broken: (e) => `${D(e, "broken rule")} in this schedule that ${e === 1 ? "is" : "are"} not in theirs`,
	sound: "This schedule breaks no rule that theirs does not break.",
	brokenThere: (e) => `Theirs breaks ${D(e, "rule")} by itself.`,
	lines: (e) => `Change list: ${D(e, "line")}`,
	linesNote: "What the other system has to do to have this schedule: nothing more, nothing less.",
	noLines: "The other system has nothing to change.",
	accept: "Take this schedule",
	acceptNote: "It takes the place of the schedule as it is. Undo brings everything back.",
	accepted: (e) => `Took the reconciled schedule, ${D(e, "session")}`,
	download: (e) => `Change list, ${e}`,
	more: (e) => `Show ${e} more`
}, gr = {
	open: "Something happened",
	title: "Something happened",
	intro: "Say what happened. You get ways to go on that change as little as possible; nothing changes until you take one.",
	what: "What happened",
	kinds: {
		sick: "A clinician is away",
		late: "A clinician runs late",
		room_closed: "A room is closed",
		emergency: "A patient must be seen"
	},
	now: "It is now",
	nowNote: "Nothing before this moment changes, and what has begun stays.",
	clinician: "Clinician",
	room: "Room",
	patient: "Patient",
	service: "What is needed",
	from: "From",
	until: "Until",
	by: "Should begin by",
	minutes: "Behind by",
	minutesOf: (e) => `${e} min`,
	more: "Something else happened too",
	besides: "Besides",
	remove: (e) => `Remove: ${e}`,
	told: {
		sick: (e, t, n) => `${e} is away from ${t} to ${n}`,
		late: (e, t) => `${e} is ${t} minutes behind`,
		room_closed: (e, t, n) => `${e} is closed from ${t} to ${n}`,
		emergency: (e, t, n) => `${e} needs ${t} by ${n}`
	},
	run: "Show ways to go on",
	again: "Show ways anew",
	running: "Looking for ways with few changes",
	progress: (e, t) => `${e} done, ${D(t, "way")} found`,
	stop: "Stop and keep best",
	stopped: "Stopped early: these are the best found so far.",
	busy: "Something else is using the engine. Try again when it is done.",
	stale: "This answers what was told before your last change.",
	found: (e, t) => t === 0 ? "Nothing has to change." : `${D(e, "way")} to go on.`,
	affected: (e) => `${D(e, "session")} cannot stay as ${e === 1 ? "it is" : "they are"}.`,
	nothing: "Nothing has to change: no session is touched by this. You can still note it in the clinic's tables.",
	note: "Note it in the clinic",
	stuck: (e) => `${D(e, "locked session")} cannot stay, and nobody agreed to another place: unlock what may move, and look again.`,
	faults: (e) => `The plan broke ${D(e, "rule")} before this; sessions that have not begun are mended too.`,
	way: (e) => `Way ${e}`,
	moved: (e) => e === 0 ? "nothing moves" : `${D(e, "session or seat", "sessions or seats")} ${e === 1 ? "moves" : "move"}`,
	rooms: (e) => `${D(e, "session")} only ${e === 1 ? "changes its room" : "change rooms"}`,
	lost: (e) => e === 0 ? "nothing is lost" : `${D(e, "session or seat", "sessions or seats")} ${e === 1 ? "loses its" : "lose their"} place`,
	mandated: (e) => `${e} of them by clinical rule`,
	late: (e) => `what is urgent comes ${e} minutes late`,
	costs: (e) => `${e} more by the clinic's prices`,
	saves: (e) => `${e} less by the clinic's prices`,
	moves: "What moves",
	was: "from",
	gone: "Without a place",
	tell: (e) => `Who must be told (${e})`,
	tellKinds: {
		patient: "Patient",
		clinician: "Clinician",
		contact: "Family contact"
	},
	sessionsOf: (e) => D(e, "session"),
	use: (e) => `Take way ${e}`,
	taken: (e) => `Took a way to go on: ${D(e, "change")}`,
	close: "Close",
	closed: "Nothing was changed."
}, _r = {
	tab: "This day",
	title: (e) => `Before ${e} begins`,
	loading: "Looking at the day",
	looked: (e, t) => t === 0 ? `${D(e, "session")}, and nothing that needs attention.` : `${D(e, "session")}, ${D(t, "thing")} that ${t === 1 ? "needs" : "need"} attention.`,
	urgencies: {
		blocks: "Cannot take place as it is",
		risk: "Will probably go wrong, or may not be paid",
		note: "Worth knowing"
	},
	kinds: {
		double_booking: "Double booking",
		no_clinician: "No clinician",
		license: "May not give it",
		room: "Room",
		hours: "Not there",
		over_limit: "Works too long",
		authorization: "Authorization",
		consent: "Consent",
		other_rule: "Rule",
		unconfirmed: "Not confirmed",
		supervision: "Supervision",
		interpreter: "Interpreter",
		travel_slack: "Short way",
		overtime: "Overtime",
		license_ends: "License runs out"
	},
	proposal: (e) => `Free instead: ${e}`,
	use: "Move it there",
	note: "The page cannot wake by itself in the morning: look here when the day begins."
}, vr = {
	mode: "Routes",
	title: (e) => `Routes, ${e}`,
	loading: "Drawing the routes",
	none: "Nobody has anything to do on this day.",
	summary: (e, t, n, r) => `${D(e, "stop")}, ${t} on the way, ${n} mi, ${r} worked`,
	total: (e, t, n) => `${D(e, "clinician")}: ${t} on the way, ${n} mi.`,
	estimated: "Ways that your travel table does not give are estimated from coordinates, roads included.",
	known: "All ways are those of your travel table.",
	plain: (e) => `The route of ${e}. Lines join places as the crow flies; there are no streets.`,
	map: (e) => `Map, ${e}`,
	noMap: "Nothing on this day can be located: sites and homes have no coordinates.",
	notOnMap: (e) => `${D(e, "place")} without coordinates ${e === 1 ? "is" : "are"} not on the map.`,
	start: (e) => `Starts: ${e}`,
	end: (e) => `Ends: ${e}`,
	place: {
		site: (e) => e,
		clinician_home: () => "at home",
		patient_home: () => "patient's home"
	},
	anywhere: "by video or telephone",
	way: (e, t) => `${e} on the way, ${t} mi`,
	stay: "same place",
	unpaid: "not working time",
	wait: (e) => `${e} to spare`,
	short: (e) => `${e} too little for the way`,
	keys: {
		site: "site",
		clinician_home: "clinician's home",
		patient_home: "patient's home",
		others: "other routes"
	},
	miles: (e) => `${e} mi`,
	columns: {
		number: "Stop",
		place: "Place",
		east: "Miles east",
		north: "Miles north"
	}
}, yr = {
	relieve: "Relieve",
	relieveWho: (e) => `Relieve ${e}`,
	title: (e) => `Relief for ${e}`,
	intro: "Caps the working time, plans anew, and shows who takes over and what it costs. Nothing changes until you accept it.",
	leave: "Working time left",
	percents: (e, t) => `${e} % of contract: ${t} a week`,
	weeks: "For",
	weeksOf: (e) => D(e, "week"),
	others: "Sessions of others may move too",
	run: "Plan anew",
	again: "Plan anew with this",
	stop: "Stop and keep best",
	running: "Planning with less work",
	progress: (e) => `${e} done`,
	stopped: "Stopped early: this is the best found so far.",
	taken: "Something else is using the engine. Relieve when it is done.",
	stale: "This answers the question before your last change.",
	finding: (e, t, n) => `${e} works ${t} in the weeks planned, not ${n}.`,
	unchanged: (e, t) => `${e} works ${t} in the weeks planned, and the cap asks no less.`,
	takers: (e, t) => `${D(e, "session")} ${e === 1 ? "goes" : "go"} to ${D(t, "colleague")}.`,
	noTakers: "Nobody takes anything over.",
	moved: (e) => `${D(e, "session")} ${e === 1 ? "moves" : "move"} in all.`,
	dropped: (e) => `${D(e, "session")} ${e === 1 ? "loses its" : "lose their"} place.`,
	noneDropped: "No session loses its place.",
	costs: (e) => `The plan costs ${e} more by the clinic's prices.`,
	saves: (e) => `The plan costs ${e} less by the clinic's prices.`,
	noCosts: "The plan costs the same by the clinic's prices.",
	costNote: "Without the price of sessions that are not placed: those are listed by name.",
	who: "Who absorbs it",
	columns: {
		clinician: "Clinician",
		hours: "Hours",
		change: "Change",
		sessions: "Sessions",
		strain: "Strain"
	},
	fromTo: (e, t) => `${e} → ${t}`,
	sessions: (e, t) => [e > 0 ? `+${e}` : "", t > 0 ? `−${t}` : ""].filter(Boolean).join(", ") || "0",
	relieved: "relieved",
	lost: "Sessions that lose their place",
	mandated: "▲ a clinical rule demands it:",
	costTable: "What the change costs, by part",
	costColumns: {
		part: "Part",
		cost: "Change"
	},
	cap: (e, t, n, r) => `The cap: ${e} a week from ${t} to ${n}. ${D(r, "day")} of it ${r === 1 ? "is" : "are"} in the weeks planned here; later plans keep to it too.`,
	own: (e) => e > 0 ? `Only this clinician's sessions were free to move, and ${D(e, "session")} of others that broke a rule: mending those is in the figures too. Optimize the week first to see what relief alone costs.` : "Only this clinician's sessions were free to move.",
	accept: "Accept",
	accepted: (e) => `Capped the work of ${e}`,
	discard: "Discard",
	discarded: "Nothing was changed.",
	close: "Close"
}, br = {
	title: "Scenario report",
	parts: "Part",
	partNames: {
		run: "What if",
		staffing: "How many people",
		report: "Report"
	},
	intro: "Two pages to print or keep as PDF: what was assumed, what came of it, how sure that is, and what it cannot say.",
	print: "Print or save as PDF",
	stale: "This report is of the last run, not of the changes made since.",
	empty: "Run scenarios first: the report is written from them.",
	page: (e) => `Page ${e} of 2`,
	of: (e, t) => `${e}, planned week of ${t}`,
	synthetic: "Sample clinic. No real patients.",
	cases: "Conservative, likely, aggressive",
	casesNote: "Three points of one distribution: the draws at its P10, P50 and P90, lived through again. In brackets what 8 in 10 runs fall between.",
	measure: "Measure",
	net: "Net benefit",
	settings: "What was changed",
	settingColumns: [
		"Change",
		"Likely",
		"Cautious to hopeful",
		"When"
	],
	nothingChanged: "Nothing: every difference is chance.",
	from: (e, t) => t > 1 ? `month ${e}, full after ${D(t, "month")}` : `month ${e}`,
	week: "What it does to the week",
	weekColumns: [
		"Measure",
		"Base",
		"Likely",
		"Difference"
	],
	compared: "Kept scenarios, likely case",
	drivers: "What it hangs on",
	assumptions: "What was taken for granted",
	limits: "What these figures cannot say",
	definitions: "What the numbers mean",
	terms: [
		["Net benefit", "income less spending with the changes, less the same for the base, over the same luck."],
		["Base", "the clinic as it is, planned by the same optimizer, without the changes."],
		["Conservative, likely, aggressive", "the draws of all uncertain inputs at P10, P50 and P90 of net benefit."],
		["Present value", "net benefit by month, divided by (1 + rate) to the power of months / 12."],
		["Return on costs", "benefits less costs, over costs; a kind of money that turns out in the clinic's favor is a benefit, any other a cost."],
		["Pays back", "the first month at whose end benefits have covered costs, once there were costs to cover."],
		["Internal rate of return", "the yearly rate at which the present value is 0."],
		["8 in 10 runs", "one run in ten lies below the range, one above."]
	],
	record: (e, t, n) => `Seed ${e}, Rosterwell ${t}, SHA-256 of clinic and changes ${n}.`,
	again: "The same clinic, changes, seed and version give the same figures to the cent.",
	advice: "Planning support, not financial, clinical or legal advice."
}, xr = {
	title: "Share",
	intro: "Lists and calendars for people outside. Nobody is in them without a consent that holds; look at them before you take them.",
	kinds: {
		reminders: "Reminders",
		family: "Family invitations",
		visits: "Visit verification",
		billing: "Billing check",
		calendar: "Calendars"
	},
	choose: "What to share",
	about: {
		reminders: "Booked sessions of the coming week, of patients who agreed to be reminded.",
		family: "Family sessions of the coming week, with contacts who have the time and may be told. Each gets a text and a calendar that name nobody.",
		visits: "Home visits of the last week with the six fields of electronic visit verification. The times are those of the schedule: who came when is not in the tables.",
		billing: "Sessions of the last week: code and units on file beside what their minutes suggest by the rules in force, and the authorization. For a biller to read; nothing here is a claim."
	},
	working: "Looking",
	rows: (e, t, n) => `${D(e, "row")}, ${t} to ${n}`,
	differing: (e) => e === 0 ? "No code or unit differs from what is suggested." : `${D(e, "row")} where code or units differ from what is suggested, first.`,
	nothing: "Nothing leaves: no row of these days may.",
	leftOut: (e) => `${D(e, "row")} left out`,
	leftOutTable: "Rows left out",
	noneLeftOut: "Nothing was left out.",
	columns: {
		session: "Session",
		patient: "Patient",
		reason: "Why"
	},
	reason: (e, t) => `${t} × ${e}`,
	notice: "Goes with it (42 CFR 2.32; check that the wording is current):",
	take: "Take the list (CSV)",
	invitations: "Invitations",
	text: "Text",
	ics: "Calendar",
	invited: (e, t, n) => `${e}, ${t} ${n}`,
	invitation: (e, t) => `Invitation of ${e}: ${t}`,
	whose: "Which calendar",
	calendars: {
		others: "Whole schedule, for others",
		complete: "Whole schedule, complete, to read back here",
		busy: "Booked time of clinicians"
	},
	clinicians: "Clinicians",
	rooms: "Rooms",
	calendarNote: "For others, from today on: when and where, under a neutral title unless the settings say otherwise, and nothing of who is treated.",
	completeNote: "Holds everything that the tables say of every session, patients included: for the clinic itself.",
	busyNote: "When each clinician is booked in the weeks planned, and nothing else.",
	entries: (e) => D(e, "entry", "entries"),
	takeCalendar: "Take the calendar (.ics)",
	firstLines: "First lines",
	consents: "Consents",
	consentsIntro: "What a patient has agreed to. One that is revoked holds no more from that moment, for every list, calendar and plan.",
	ofPatient: "Patient",
	choosePatient: "Choose a patient",
	none: "none",
	noConsent: "There is none: nothing about this patient leaves.",
	consent: (e, t, n, r) => `${e}: ${t}; given ${n}${r ? `, until ${r}` : ""}`,
	revokedOn: (e) => `revoked ${e}`,
	ended: "ended",
	revoke: "Revoke",
	revokeThis: (e) => `Revoke: ${e}`,
	revoked: "Consent revoked",
	purposes: {
		reminders: "reminders",
		family: "family",
		visit_verification: "visit verification",
		billing: "billing",
		external: "others"
	}
}, Sr = {
	title: "Day sheets",
	open: "Day sheets",
	close: "Back to the board",
	by: "One page for each",
	of: {
		clinician: "Clinician",
		room: "Room",
		group: "Group"
	},
	names: "Names in full",
	print: "Print",
	making: "Making the sheets",
	empty: "Nothing is planned on this day.",
	neutral: "Patients are shown by initials, or as they are labeled; sessions by their kind.",
	pages: (e) => D(e, "page"),
	time: "Time",
	what: "What",
	patients: "Who",
	clinicians: "With",
	place: "Where",
	done: "Came, notes",
	seats: (e) => D(e, "patient"),
	version: (e, t) => `Plan ${e}, as of ${t}`,
	synthetic: "Sample clinic. No real patients."
}, Cr = {
	title: "Simulator",
	intro: "Lives through a week event by event, with no-shows, sick calls, emergencies and sessions that run over, under several ways of scheduling. All of them meet the same luck.",
	policies: {
		cancel_only: "Cancelling only",
		recall: "Recall only",
		human: "Front desk",
		rules: "Rules",
		optimizer: "Optimizer"
	},
	policyNotes: {
		cancel_only: "Publishes what stands and cancels what cannot take place.",
		recall: "Also offers freed times to those who wait.",
		human: "A plausible front desk, tuned for its own good on other clinics: it asks colleagues, calls people, mends what it sees.",
		rules: "Gives each session the nearest free slot, the most important first.",
		optimizer: "Plans the week, then repairs it with as few changes as possible."
	},
	ways: "The ways of scheduling",
	claims: "What is claimed, and what was measured",
	claimsNote: "Claims made of schedulers like this one, held against clinics of our own that were lived through. The rule of the verdicts was written down before the first run.",
	unmeasured: "Not yet measured on this version. Try it on the clinic that is open, below.",
	kind: "Clinics",
	finding: (e, t) => `Of ${D(e, "claim")}: ${t}.`,
	told: {
		holds: (e) => `${e} ${e === 1 ? "holds" : "hold"}`,
		in_part: (e) => `${e} ${e === 1 ? "holds" : "hold"} in part`,
		does_not_hold: (e) => `${e} ${e === 1 ? "does" : "do"} not hold`,
		cannot_hold: (e) => `${e} cannot hold`,
		not_measured: (e) => `${e} not measured`
	},
	verdicts: {
		holds: "✓ holds",
		in_part: "△ in part",
		does_not_hold: "▲ does not hold",
		cannot_hold: "✕ cannot hold",
		not_measured: "– not measured"
	},
	columns: {
		claim: "Claim",
		human: "Front desk",
		optimizer: "Optimizer",
		difference: "Difference",
		worst: "Worst tenth",
		recall: "Recall only",
		rules: "Rules",
		n: "n"
	},
	measure: "Figure",
	tableNote: "Shares in percent, their differences in points; other figures as they are. Difference: optimizer less front desk, met by the same luck, with the 95 % interval of its mean. In one run of ten the difference is worse than the worst tenth.",
	beside: "Beside these: what an improvement may cost",
	own: "The clinic that is open",
	ownNote: "Its own week, from the schedule as it was imported, with its own rates of the past. Every run is the same clinic with other luck, so the intervals say nothing of other clinics.",
	runs: "Runs",
	runsOf: (e) => D(e, "run"),
	run: "Live through the week",
	again: "Live through it again",
	stop: "Stop and keep",
	running: "Living through the week",
	progress: (e, t, n) => `${e} of ${D(t, "run")} done${n ? ` · now: ${n.toLowerCase()}` : ""}`,
	firstRuns: "Intervals need two runs. Figures appear here as runs end.",
	soFar: (e) => `So far, ${D(e, "run")}:`,
	stopped: (e, t) => `Stopped after ${e} of ${D(t, "run")}.`,
	few: (e) => `${D(e, "run")} of one clinic: a glimpse, with wide intervals.`,
	many: "The table above is of many clinics, each with luck of its own.",
	taken: "Something else is using the engine. Run it when that is done.",
	stale: "The clinic has changed since: these figures are of it as it was.",
	done: "The week has been lived through",
	all: "All figures",
	rates: "How often things happen",
	rate: {
		what: "What",
		value: "How often",
		source: "Where from"
	},
	period: (e, t) => `Lived through: ${e} to ${t}.`,
	limits: "What it cannot know",
	limitItems: [
		"Rates are those of the past and the same for every way of scheduling; intervals are chance over runs, not doubt about the rates.",
		"Whether people come depends on the service and on how long they waited, and on nothing else.",
		"How colleagues and patients answer when they are asked is assumed.",
		"What holds for invented clinics need not hold for yours, and a simulation is no pilot."
	]
}, wr = {
	title: "How many people it takes",
	intro: "Plans the week anew with more and more people until targets are met, then takes back what is not needed. New people work like the fullest contract of their discipline.",
	targets: "Targets",
	measures: {
		placed: ["Placed of all that is wanted", "at least"],
		mandated_unplaced: ["Demanded by clinical rules, without a place", "at most"],
		third_next_available: ["Days to the third open slot", "at most"],
		high_strain: ["Clinicians with a high strain", "at most"],
		raised_strain: ["Clinicians with a raised or high strain", "at most"],
		overtime_hours: ["Overtime a week", "at most"],
		utilization: ["Bookable time that is booked", "at most"]
	},
	units: {
		placed: "%",
		utilization: "%",
		third_next_available: "days",
		overtime_hours: "h"
	},
	value: (e, t) => `${e}: ${t}`,
	demand: "Demand against today, %",
	step: "Step, full-time equivalents",
	run: "Find the smallest staffing",
	stop: "Stop and keep what is done",
	running: "Looking for the smallest staffing",
	progress: (e, t) => `${D(e, "week")} planned, now ${t} FTE more`,
	done: "A staffing was found",
	none: "No staffing was found",
	empty: "Choose what has to be reached, then start the search. It plans some 20 to 80 weeks.",
	noTarget: "Choose at least one target.",
	stale: "This answers the targets before your last change.",
	notFewer: "Whether fewer than today would do is not looked for.",
	nobody: "Today's people are enough.",
	found: (e) => `It takes ${e}.`,
	cost: (e) => `That is ${e} of pay a year more.`,
	missed: (e) => `Not reached. Nearest: ${e}.`,
	person: (e, t) => `${e} ${t}`,
	more: (e) => `${e} more`,
	certain: "One step fewer in any discipline was planned too and misses a target.",
	uncertain: "The search ended before it could try all smaller ones: a smaller staffing may do.",
	today: "Today's people",
	chart: "Cost against access",
	caption: (e) => `Each dot is a week planned with other people, ${e} in all. The line joins those that no other beats in both pay and access.`,
	x: "Pay a year",
	y: "Placed",
	best: "smallest that meets all",
	columns: {
		people: "Hired",
		placed: "Placed",
		cost: "Pay a year",
		met: "Targets"
	},
	met: "met",
	notMet: "missed",
	frontier: "On the line",
	every: "Every staffing that was planned",
	limits: "What this search cannot say",
	record: (e, t, n) => `${D(e, "week")} planned and checked, seed ${t}, version ${n}.`,
	also: "See what it brings",
	alsoNote: "Puts these people into the scenario, to see what they bring in money."
}, Tr = {
	mode: "How this copy runs",
	modes: {
		hosted: "From a server",
		portal: "In the frame of a portal",
		file: "A file on this computer",
		element: "Inside a vendor's page"
	},
	strengths: {
		hosted: "The file's own policy and its closed frame refuse every request. If the server sends the headers that we recommend, browsers that know them (Chromium 152 and later) refuse the rest too: connections ahead of time. This page cannot see the headers that its server sent.",
		portal: "As from a server. Whatever this page would tell the portal around it, the portal could pass on; this page tells it nothing of what you open unless you press Send to portal. A portal that is named in the file also hears how high the page is and how a run gets on.",
		file: "The file's own policy and its closed frame refuse every request. If foreign code ever ran in here, it could make the browser look up the name of a host or open a connection to it, but send nothing on it.",
		element: "This code runs with the rights of the page around it, and nothing refuses that page anything. For the full promise, open the file or frame it."
	},
	version: "Version",
	build: "Build",
	buildNote: "The build is a SHA-256 over the parts of this file as they were packed; it stands here so that two copies can be told apart. A page cannot vouch for itself: compare the SHA-256 of the file with the one that was published.",
	noBuild: "not packed",
	compare: "On Linux and macOS: sha256sum rosterwell.html. On Windows: Get-FileHash rosterwell.html.",
	check: "Try it yourself",
	attempt: "Try to send something",
	attemptNote: "Asks for rosterwell.invalid, an address that can never exist. It is the only request that this page knows how to make.",
	trying: "Trying…",
	refused: (e) => `Refused by the browser, before anything was sent: ${e} forbids it.`,
	left: "Not refused: the browser looked for the address and did not find it. The policy is not in force in this copy.",
	checks: [
		"Switch off your network, then press Optimize week. The result is the same.",
		"Open the developer tools (F12), choose Network, and work for a while: nothing is added but what the file holds inside itself (data: and blob:). Press the button above, and there is one line, marked as blocked.",
		"In the same tools, choose Application: no cookie, no storage besides what this page says it stored."
	],
	refusals: (e) => `${D(e, "attempt")} of this page ${e === 1 ? "was" : "were"} refused by the browser.`,
	sees: "This counts what the browser reports of this page. It does not see its engine's thread, other tabs, extensions or the browser itself; the engine is under the same policy, and the developer tools show them all."
}, Er = {
	title: "Triage",
	intro: "How urgent requests are and how demanding patients, by rules that you can read and change. Planning support, no clinical advice: whoever is in danger needs a person now.",
	looking: "Looking at every request by the rules",
	retry: "Look again",
	empty: "This clinic has no open orders. Add patients and orders, and scores if you keep them.",
	addData: "Add data",
	tiers: {
		emergency: "Emergency",
		urgent: "Urgent",
		soon: "Soon",
		routine: "Routine",
		planned: "Planned"
	},
	version: (e, t) => `By what was on record until ${t}. Version of the rules: ${e}.`,
	finding: (e, t) => `${D(e, "request")} ${e === 1 ? "waits" : "wait"} for a first session; ${t === 0 ? "none needs" : t === 1 ? "1 order needs" : `${t} orders need`} a person to look.`,
	persons: "Needs a person",
	personsNote: "No rule of a tier fired, or no way of meeting is left. Nothing is suggested for these.",
	personsNone: "Every order is covered by a rule.",
	queue: "Who comes first",
	queueNote: "Emergencies first; then by the moment of the request plus what the tier allows, less a share for points. Whoever waits gains on all who come later.",
	queueNone: "Nobody waits for a first session.",
	asked: (e) => `asked ${e}`,
	waited: (e) => `waits ${e}`,
	points: (e, t, n) => e === n ? D(t, "point") : `${D(t, "point")} (${e} to ${n} if more were known)`,
	atWorst: (e) => `could be ${e.toLowerCase()} if more were known`,
	missing: (e) => `Not known: ${e}`,
	inPerson: "in person only",
	perhapsInPerson: "perhaps in person only",
	suggested: "Suggested",
	due: (e) => `first session by ${e}`,
	priority: (e) => `priority ${e}`,
	own: (e) => `The order itself says ${e}: that wins.`,
	why: "Why",
	noRule: "No rule fired.",
	gives: (e) => `gives ${e.toLowerCase()}`,
	adds: (e) => `adds ${D(e, "point")}`,
	fact: (e, t, n) => `${e} ${t}${n ? `, ${n}` : ""}`,
	accept: "Accept",
	accepted: (e) => `✓ accepted ${e}`,
	outdated: "▲ the rules would suggest something else now",
	withdraw: "Take back",
	acceptedLabel: (e) => `Accepted the suggestion for ${e}`,
	withdrawnLabel: (e) => `Took back the decision for ${e}`,
	more: (e) => `Show ${e} more`,
	tierTable: "Tiers and waiting",
	tierColumns: {
		tier: "Tier",
		due: "Allows",
		orders: "Orders",
		waiting: "Waiting",
		longest: "Longest so far",
		bound: "Longest possible"
	},
	noBound: "no end: more come than there are slots",
	days: (e) => D(e, "day"),
	capacity: "Longest possible wait",
	capacityNote: "For these slots and arrivals, whatever happens within them. Patients who are not there, skills and rooms are not in it.",
	capacityFields: {
		slots_per_day: "Slots a day",
		gap_min: "Longest time without slots, hours",
		emergencies_per_day: "Emergencies a day",
		emergency_burst: "Emergencies at once",
		others_per_day: "Other requests a day",
		other_burst: "Others at once"
	},
	compute: "Compute",
	rules: "Rules",
	rulesNote: "The version names exactly these rules. A change makes a new version and can be undone.",
	purposes: {
		tier: "Tiers",
		points: "Points",
		in_person: "In person",
		acuity: "Acuity"
	},
	purpose: "Kind of rule",
	ruleColumns: {
		rule: "Rule",
		when: "When",
		gives: "Gives",
		fired: "Fired",
		open: "Open"
	},
	givesPoints: (e) => `${e > 0 ? "+" : ""}${e}`.replace("-", "−"),
	within: (e) => `within ${D(e, "day")}`,
	yours: "yours",
	off: "off",
	edit: (e) => `Edit rule: ${e}`,
	add: "Add a rule",
	editing: "Edit a rule",
	text: "What it says",
	whenField: "When, one condition a line; all must hold",
	whenHelp: "For example: phq9 >= 20, or phase = detox | residential.",
	tier: "Tier",
	pointsField: "Points",
	withinField: "Counts observations of the last days (empty: the usual)",
	save: "Save rule",
	switchOff: "Switch off",
	switchOn: "Switch on",
	cancel: "Cancel",
	saved: (e) => `Changed the rule ${e}`,
	license: (e) => `Terms: ${e}.`,
	refused: "Rules that cannot be used",
	acuity: "Acuity",
	acuityNote: (e) => `How demanding a patient is, by the sum of the weights that fired: one level for every ${D(e, "point")}. Listed: those whose level would change, rises first. Where little is on record a low level may only mean that: look at its range.`,
	acuityNone: "The weights give every patient the level that plans use.",
	level: (e, t, n, r) => `Level ${e}${t === n ? "" : ` (${t} to ${n} if more were known)`}, plans use ${r}`,
	patientOf: (e) => e ? `A patient of ${e}` : "A patient",
	useLevel: "Use this level",
	facts: "What is most often missing",
	factsNote: (e) => `Of ${e} open orders and referrals, so many lack it; where it is missing the range of points and tiers is wider.`,
	factCount: (e, t) => `${e}: ${t}`,
	changeOf: (e) => `${e} (change)`,
	factNames: {
		priority: "priority",
		due_by: "due by",
		kind: "kind",
		phase: "phase",
		site: "site",
		service: "service",
		discipline: "discipline",
		modality: "modality",
		referral_emergency: "referred as an emergency",
		days_waiting: "days waiting",
		days_in_care: "days in care",
		days_since_discharge: "days since discharge",
		last_stay_days: "days of the last stay",
		last_stay_unplanned: "last stay unplanned",
		missed_60d: "missed in 60 days",
		stays_365d: "stays in 365 days",
		unplanned_stays_180d: "unplanned stays in 180 days",
		acuity: "acuity",
		pregnant: "pregnant",
		injects: "injects",
		level_of_care: "level of care",
		ciwa_ar: "CIWA-Ar",
		cows: "COWS",
		news2: "NEWS2",
		phq9: "PHQ-9",
		phq9_item9: "PHQ-9, item 9",
		gad7: "GAD-7",
		spo2: "oxygen saturation",
		systolic: "systolic pressure",
		six_minute_walk: "six-minute walk",
		suicide_risk: "suicide risk",
		fall: "falls",
		overdose: "overdoses"
	},
	overdue: "▲ overdue",
	referrals: "Open referrals",
	referralsNote: "Not orders yet: they count when an order is written.",
	limits: "What it cannot know"
}, Dr = {
	title: "Governance",
	intro: "What a board looks at once a quarter: how the indicators moved, whether groups of patients were served alike, where people overrode the plan, and which rules changed.",
	print: "Print or save as PDF",
	working: "Counting the quarter…",
	quarter: (e, t) => `${e} to ${t}`,
	before: "Quarter before",
	now: "This quarter",
	change: "Change",
	indicators: "Indicators",
	indicatorsNote: (e) => `${e} indicators that could be computed for both quarters, by the definitions of the KPIs view.`,
	better: "better",
	worse: "worse",
	fairness: "Served alike?",
	by: "Groups",
	within: "Compared within",
	everyone: "everyone",
	groupings: {
		equity_group: "Equity group",
		phase: "Phase",
		level_of_care: "Level of care",
		site: "Site"
	},
	noneFound: (e) => e === 0 ? "Nothing could be compared: no measure has two groups with enough people." : `No difference was found in ${e} comparisons.`,
	someFound: (e, t) => `${e} of ${t} comparisons show a difference.`,
	foundIn: (e, t, n) => `${e}: ${t.toLowerCase()} ${n} against the others.`,
	points: (e) => `${e} points`,
	days: (e) => `${e} days`,
	group: "Group",
	notStated: "not stated",
	people: "People",
	mean: "Mean",
	difference: "Against the others",
	interval: (e, t) => `95 % between ${e} and ${t}`,
	finding: "Finding",
	disadvantage: "at a disadvantage",
	differs: "differs",
	notFound: "none found",
	tooFew: "cannot be compared",
	detectable: (e) => `one of ${e} would be found four times in five`,
	decisions: "Decisions",
	noLog: "The log has no entry in this quarter.",
	actions: (e) => `By the log: ${e}.`,
	overrides: "Overrides",
	noOverrides: "Nobody overrode a proposal in this quarter.",
	number: "Entry",
	time: "When (UTC)",
	user: "Who",
	object: "What (pseudonym)",
	reason: "Why",
	rules: "Rules",
	ownRules: "Set by the clinic",
	noOwnRules: "The clinic sets no rule itself.",
	rule: "Rule",
	value: "Value",
	packValue: "Pack's value",
	datedRules: "Began or ended in this quarter",
	noDatedRules: "No value of the rule packs in force began or ended in this quarter.",
	from: "From",
	until: "Until",
	packChanges: "Other packs",
	packChange: (e, t, n) => `${e || "none"} → ${t || "none"} (${n})`,
	limits: "What this can say and what it cannot"
}, Or = {
	title: "Workload",
	intro: "What the schedule asks of people, in parts that you can see. It is not how they are: nobody's burnout can be told from a schedule. Ask, and relieve.",
	looking: "Looking at the weeks worked and the plan",
	retry: "Look again",
	empty: "No one has work on record or in the plan. Add clinicians and visits.",
	addData: "Add data",
	bands: {
		usual: "○ usual",
		raised: "△ raised",
		high: "▲ high"
	},
	unknown: "not known",
	finding: (e, t, n, r) => `The last four weeks put the team at ${e} of 100 (${t}); the plan puts it at ${n} (${r}).`,
	findingNote: (e, t) => `The index is the weighted mean of the parts below (K25); raised from ${e}, high from ${t}, or when one part alone is large.`,
	period: (e, t) => `Last four whole weeks: ${e} to ${t}.`,
	periods: {
		recent: "Last four weeks",
		ahead: "The plan"
	},
	bandTable: "Clinicians by band",
	bandColumn: "Band",
	parts: (e) => `What it is made of: ${e.toLowerCase()}`,
	partsCaption: (e, t, n) => `Most points by ${e.toLowerCase()}: ${t} of ${n}. All parts sum to the index.`,
	partText: (e, t) => `${e} points, ${t}`,
	pointsOf: (e) => `${e} points`,
	partsNone: "No part makes any points.",
	missing: (e) => `Not recorded, so left out and not counted as zero: ${e}.`,
	sources: "Ranges and sources",
	sourceLine: (e, t, n, r, i) => `${e}: none at ${t}, full at ${n}, weight ${r}; ${i}.`,
	weeks: "Week by week",
	weekOf: (e) => `Week of ${e}`,
	raisedFrom: "raised from here",
	rises: (e, t, n) => `Rises steadily: ${e} points a week over ${D(t, "week")}; chance alone would do that in ${n} of such series.`,
	noRise: (e, t, n) => `No steady rise: ${e} points a week over ${D(t, "week")}, which chance alone does in ${n} of such series.`,
	noTrend: "Too few weeks are known for a trend.",
	disciplines: "By discipline",
	disciplinesNote: "Where three or more work.",
	columns: {
		discipline: "Discipline",
		clinician: "Clinician",
		people: "Clinicians",
		recent: "Last four weeks",
		ahead: "The plan",
		relief: "Relief"
	},
	people: "Clinicians one by one",
	peopleShow: "Show clinicians one by one",
	peopleNote: "Off until you switch it on. Show each person their own line and nobody else's. It is there to relieve people, not to judge them.",
	falseAlarms: (e) => `About ${e} warnings of a steady rise are to be expected by chance alone among all clinicians.`,
	warnings: {
		rising: "▲ rises steadily",
		high_weeks: "▲ two high weeks in a row",
		more_ahead: "▲ the plan asks more than the last weeks"
	},
	cell: (e, t) => `${e}, ${t.replace(" ", "\xA0")}`,
	close: "Close",
	surveys: "What people say",
	surveysNote: "Answers of the staff, beside the index and never in it. Instruments are never pooled; months with few answers are hidden.",
	surveysNone: "No survey is on record. One question to people tells more than any schedule.",
	surveyColumns: {
		instrument: "Instrument",
		month: "Month",
		answers: "Answers",
		mean: "Mean",
		above: "At or above the cut-off"
	},
	hidden: "hidden",
	noCut: "none",
	instruments: {
		enps: "eNPS",
		mini_z: "Mini-Z",
		mbi: "MBI",
		pfi: "PFI"
	},
	above: (e, t) => `${e} (from ${t})`,
	limits: "What it cannot know"
}, kr = {
	start: "Start",
	data: "Data",
	triage: "Triage",
	schedule: "Schedule",
	kpis: "KPIs",
	attendance: "Attendance",
	workload: "Workload",
	pilot: "Pilot",
	forecast: "Forecast",
	scenarios: "Scenarios",
	simulator: "Simulator",
	governance: "Governance",
	privacy: "Privacy"
}, Ar = {
	individual: "Individual",
	group: "Group",
	family: "Family",
	evaluation: "Assessment",
	shift: "Shift"
}, jr = {
	individual: ["I", "Individual"],
	group: ["G", "Group"],
	family: ["F", "Family"],
	evaluation: ["A", "Assessment"],
	telehealth: ["T", "Telehealth"],
	shift: ["S", "Shift"]
}, Mr = {
	in_person: "in person",
	home: "at home",
	video: "by video",
	phone: "by telephone"
}, Nr = {
	malformed: ["session that does not fit the clinic's tables", "sessions that do not fit the clinic's tables"],
	session_window: ["session outside its times", "sessions outside their times"],
	grid: ["start off the planning grid", "starts off the planning grid"],
	not_eligible: ["session with a clinician who may not give it", "sessions with a clinician who may not give them"],
	same_clinician: ["session with one clinician twice", "sessions with one clinician twice"],
	part_offset: ["clinician who joins too early or too late", "clinicians who join too early or too late"],
	clinician_hours: ["session outside a clinician's hours", "sessions outside clinicians' hours"],
	clinician_overlap: ["double-booked or rushed clinician", "double-booked or rushed clinicians"],
	patient_overlap: ["double-booked patient", "double-booked patients"],
	patient_hours: ["seat when the patient cannot come", "seats when the patient cannot come"],
	wrong_room: ["missing or unsuitable room", "missing or unsuitable rooms"],
	room_hours: ["session in a closed room", "sessions in a closed room"],
	room_overlap: ["double-booked room", "double-booked rooms"],
	equipment: ["clash over equipment", "clashes over equipment"],
	group_seats: ["overfull group", "overfull groups"],
	seat_not_offered: ["seat in a group that does not run", "seats in groups that do not run"],
	group_pair: ["pair that must be together or apart", "pairs that must be together or apart"],
	spacing: ["pair of sessions too close together", "pairs of sessions too close together"],
	order: ["session in the wrong order", "sessions in the wrong order"],
	authorization: ["unauthorized session", "unauthorized sessions"],
	day_limit: ["day over the daily limit", "days over the daily limit"],
	week_limit: ["week over the weekly limit", "weeks over the weekly limit"],
	rest: ["night with too little rest", "nights with too little rest"],
	days_in_row: ["run of too many days", "runs of too many days"],
	points_cap: ["week over the points cap", "weeks over the points cap"],
	caseload_cap: ["caseload over the cap", "caseloads over the cap"],
	lock_moved: ["locked session that was moved", "locked sessions that were moved"]
}, Pr = {
	app: "Rosterwell",
	skip: "Skip to content",
	nav: "Views",
	groups: {
		plan: "Plan",
		measure: "Measure",
		ahead: "Ahead",
		trust: "Trust"
	},
	views: kr,
	kinds: Ar,
	looks: jr,
	modalities: Mr,
	rules: Nr,
	terms: {
		unplaced: "session not placed",
		empty_seat: "group seat not given",
		weekly_minimum: "below the weekly minimum",
		small_group: "small group",
		overtime: "overtime",
		extra_time: "outside regular hours",
		travel: "travel time",
		mileage: "mileage",
		waiting: "waiting between sessions",
		fragmented_idle: "gaps too short to use",
		continuity: "not the usual clinician",
		handoff: "one more clinician for the patient",
		preference: "outside wishes",
		specialization: "specialization does not match",
		second_choice: "second choice of room or form",
		workload_balance: "uneven workload",
		acuity_balance: "uneven acuity",
		missed_lunch: "no lunch break",
		recovery: "too little recovery time",
		short_break: "no short break between sessions",
		long_run: "long run without a break",
		reserve: "reserve for emergencies used",
		lateness: "later than due",
		worst_lateness: "longest delay",
		worst_waiting: "longest wait of a clinician",
		worst_idle: "longest idle day",
		fairness: "uneven evenings and weekends",
		change: "differs from the published schedule"
	},
	disciplines: {
		rn: "RN",
		lpn: "LPN",
		lpc: "LPC",
		lcsw: "LCSW",
		pt: "PT",
		pta: "PTA",
		ot: "OT",
		cota: "COTA",
		slp: "SLP",
		md: "MD",
		np: "NP",
		counselor: "counselor",
		therapist: "therapist",
		peer: "peer",
		case_manager: "case manager",
		home_aide: "home aide",
		rehab_aide: "rehab aide",
		social_worker: "social worker",
		prescriber: "prescriber",
		physician: "physician",
		psychologist: "psychologist",
		nurse: "nurse"
	},
	ids: {
		settings: "settings",
		weights: "weights",
		rules: "rules",
		sites: "sites",
		rooms: "rooms",
		equipment: "equipment",
		services: "services",
		clinicians: "clinicians",
		licenses: "licenses",
		absences: "absences",
		patients: "patients",
		contacts: "contacts",
		consents: "consents",
		orders: "orders",
		groups: "groups",
		pairs: "pairs",
		authorizations: "authorizations",
		appointments: "appointments",
		attendances: "attendances",
		shifts: "shifts",
		travel: "travel",
		referrals: "referrals",
		staff_days: "staff days",
		scheduling_work: "scheduling work",
		surveys: "surveys",
		scores: "scores",
		stays: "stays",
		departures: "departures",
		headcounts: "headcounts",
		care_periods: "care periods",
		triage_rules: "triage rules",
		decisions: "decisions",
		load_caps: "load caps",
		reserves: "reserves",
		evaluation: "evaluation",
		detox: "detox",
		residential: "residential",
		partial_hospitalization: "partial hospitalization",
		intensive_outpatient: "intensive outpatient",
		outpatient: "outpatient",
		maintenance: "maintenance",
		home_health: "home health",
		rehabilitation: "rehabilitation",
		open: "open",
		import: "import",
		solve: "solve",
		accept: "accept",
		reject: "reject",
		override: "override",
		lock: "lock",
		edit: "edit",
		export: "export",
		unlock: "unlock",
		wipe: "wipe",
		save: "save",
		undo: "undo",
		redo: "redo"
	},
	rule: (e, t) => `${C(t)} ${Nr[e][t === 1 ? 0 : 1]}`,
	patients: (e) => D(e, "patient"),
	seats: (e) => D(e, "seat"),
	synthetic: "Sample clinic. No real patients.",
	week: (e) => `week of ${e}`,
	unnamed: "Unnamed clinic",
	onDevice: "On this device",
	requests: (e) => D(e, "request"),
	undo: "Undo",
	redo: "Redo",
	undoWhat: (e) => `Undo: ${e}`,
	redoWhat: (e) => `Redo: ${e}`,
	undone: (e) => `Undone: ${e}`,
	redone: (e) => `Done again: ${e}`,
	nothingToUndo: "Nothing to undo",
	nothingToRedo: "Nothing to redo",
	saveFile: "Save file",
	unsaved: (e) => `Not saved to a file yet. Closing the tab loses ${D(e, "change")}.`,
	savedSealed: (e) => `Saved as ${e}, encrypted. Without the passphrase nobody can open it.`,
	saved: (e) => `Saved as ${e}. The file is not encrypted: keep it where patient data may be kept.`,
	print: "Print",
	theme: {
		label: "Colors",
		system: "As the system",
		light: "Light",
		dark: "Dark"
	},
	formats: {
		title: "Language and formats",
		language: "Language",
		clock: "Clock",
		clocks: {
			12: "12 hours",
			24: "24 hours"
		},
		currency: "Currency of the clinic",
		weekStart: "First day of its workweek",
		changed: "Changed the clinic's settings",
		note: "Language and clock are forgotten when the tab is closed. Currency and workweek are saved with the clinic."
	},
	close: "Close",
	message: "Message",
	portal: {
		send: "Send to portal",
		title: "Send the plan to the portal?",
		to: "It goes to",
		what: (e) => `The plan with ${D(e, "session")}: times, rooms, and the clinicians and patients of each by the identifiers of the clinic. Nothing else.`,
		after: "What the portal does with it is up to the portal. It is noted in the log.",
		cancel: "Do not send",
		sent: (e) => `Sent the plan to ${e}.`
	},
	empty: {
		text: "Nothing is open yet.",
		start: "Open something",
		notPrinted: (e) => `The page around this one does not let it print. The view was saved as ${e}: open and print that.`,
		readonly: "This plan can only be looked at here."
	},
	retry: "Try again",
	engine: {
		lost: "The calculation stopped unexpectedly. Your plan is intact.",
		blocked: (e) => `The engine cannot start: ${e}`,
		blockedWorker: "this page's security policy must allow worker-src blob: and script-src 'wasm-unsafe-eval'.",
		refused: {
			foreign: (e) => `its files are at ${e}, and scripts of another origin are never used. Serve them from this page's own origin.`,
			missing: (e) => `${e} could not be loaded.`,
			bytes: (e) => `what was handed in as ${e} is not a part of it.`
		}
	},
	failed: "Something unexpected happened in the page",
	actions: {
		optimize: "Optimized the week",
		keep: "Kept the plan",
		kept: "This plan is kept. Save a file to have it tomorrow.",
		revert: "Went back",
		reverted: "Back to the plan before the proposal.",
		move: (e, t, n) => `Moved ${e} to ${t}${n ? `, ${n}` : ""}`,
		noConflict: "No conflict.",
		lock: (e) => `Locked ${e}`,
		unlock: (e) => `Unlocked ${e}`,
		explainLock: (e) => `Said why ${e} stays where it is`,
		lockedByClinic: "The clinic's data has locked this session. Change it there to unlock it.",
		unplace: (e, t) => `Took ${e} off ${t}`
	},
	loading: "Preparing the sample clinic",
	schedule: {
		title: "Schedule",
		mode: "Day or week",
		day: "Day",
		week: "Week",
		rowsBy: "Rows by",
		groupings: {
			clinicians: "Clinicians",
			rooms: "Rooms",
			patients: "Patients"
		},
		previousDay: "Previous day",
		nextDay: "Next day",
		list: "Show as list",
		board: "Show as board",
		names: "Show patient names",
		optimize: "Optimize week",
		optimizeAgain: "Optimize again",
		proposal: "Proposal",
		kept: "Kept plan",
		current: "Current schedule",
		keep: "Keep this plan",
		goBack: "Go back",
		legend: "Legend",
		keys: "Arrows move between sessions. Alt+arrows move one. Enter details, M move, L lock, U unplace, [ ] day.",
		boardLabel: (e, t) => `Schedule by ${e}, ${t}`,
		problems: (e) => D(e, "problem"),
		sessions: (e) => D(e, "session"),
		noProblems: "Every hard rule is kept",
		nothingYet: "Nothing to check yet",
		empty: {
			clinicians: "This clinic has no clinicians yet. Bring in the tables clinicians, patients and orders to plan a week.",
			rooms: "This clinic has no rooms.",
			patients: "No patient has a session in the days shown."
		},
		addData: "Add data",
		noProblemsNote: "The independent checker found nothing wrong with this plan.",
		notPlaced: (e) => `${D(e, "session")} not placed`,
		seatsNotGiven: (e) => `${D(e, "group seat")} asked for and not given.`,
		emptyCell: (e, t) => `${e}, ${t}, no sessions`,
		weekCell: (e, t, n, r, i) => `${e}, ${t}, ${n === 0 ? "no sessions" : `${D(n, "session")}, ${r}`}${i ? `, ${D(i, "problem")}` : ""}. Enter opens the day.`,
		locked: "locked",
		moved: "moved",
		problem: "problem",
		was: (e) => `was ${e}`,
		notToPatient: "A session cannot be given to another patient. Move it in time, or to another clinician or room.",
		panel: "Findings",
		problemsTitle: "Problems",
		tiles: "Indicators",
		columns: {
			time: "Time",
			session: "Session",
			clinician: "Clinician",
			where: "Where",
			patients: "Patients",
			state: "State",
			commands: "Commands"
		},
		noDay: "The plan covers these days only",
		edgeLocked: "This session is locked. Unlock it first.",
		outOfHorizon: "That day is outside the week that is planned.",
		dragHint: (e, t) => `${e} ${t}`
	},
	solve: {
		improving: (e) => e === 0 ? "Improving: everything has a place" : `Improving: ${D(e, "session")} left to place`,
		step: (e, t, n, r) => {
			let i = n > 1 ? `, ${C(n)} workers` : "", a = r === void 0 ? "" : `, about ${r < 90 ? `${r} s` : `${Math.round(r / 60)} min`} left`;
			return `step ${C(e)} of ${C(t)}${i}${a}`;
		},
		stop: "Stop and keep best",
		first: "Looking for a first plan that keeps every rule",
		done: (e, t) => `${C(e)} of ${D(t, "session")} changed.`,
		notMet: (e) => `${e === 1 ? "1 request" : `${C(e)} requests`} could not be met.`,
		allMet: "Every request has a place.",
		nothingBetter: "No better plan found. Your plan already keeps every rule.",
		stopped: "Stopped. This is the best plan found so far.",
		bound: (e) => `No plan could be more than ${e} better.`,
		record: (e, t, n) => {
			let r = n > 1 ? ` by ${C(n)} workers` : "";
			return `${C(e)} steps${r}, seed ${t}: the same again gives the same plan.`;
		},
		fits: (e) => `${D(e, "session")} ${e === 1 ? "does" : "do"} not fit.`
	},
	changes: {
		title: "What changed",
		moved: "Moved",
		way: "Another way of meeting",
		room: "Another room",
		placed: "Newly placed",
		removed: "Taken out",
		seats: "Other patients",
		notMet: "Not met",
		kept: (e) => `${D(e, "session")} stay where they were`,
		none: "Nothing differs from the current schedule.",
		movedOnly: "Moved only",
		mandated: "required",
		from: "was"
	},
	session: {
		title: "Session",
		close: "Close session",
		lock: "Lock",
		unlock: "Unlock",
		lockReason: "Why it stays where it is",
		lockReasonNote: "For whoever plans next, and for the log. Without names.",
		unplace: "Unplace",
		place: "Find a place",
		moveTo: "Move to…",
		move: "Move",
		whyHere: "Why here",
		aPatient: "the patient",
		thisOne: "this session",
		noAuthorization: "has no authorization on file",
		whyNot: "Why not placed",
		costs: "What this place costs",
		costFree: "Nothing extra: this place adds no cost to the plan.",
		saves: "Leaving it out would cost",
		costNote: "Costs are the prices that the optimizer weighs. Nobody is billed for them.",
		other: "Other places, best first",
		otherNone: "No other place keeps every rule.",
		blockedBy: "What stands in the way",
		use: "Use",
		problems: "What is wrong here",
		clinician: "Clinician",
		second: (e) => `Clinician ${e}`,
		day: "Day",
		time: "Time",
		room: "Room",
		noRoom: "No room",
		modality: "How",
		none: "Not placed",
		looking: "Looking for other places",
		refused: "This move would break a rule, so nothing was changed.",
		same: "costs the same",
		cheaper: (e) => `${e} less`,
		dearer: (e) => `${e} more`
	},
	kpis: {
		title: "KPIs",
		before: "before",
		was: (e) => `was ${e}`,
		better: "better",
		worse: "worse",
		same: "no change",
		change: "changed",
		all: "All indicators",
		intro: "Computed in this tab from the open clinic.",
		basis: {
			plan: "of the week planned",
			history: "of the past"
		},
		computable: (e, t) => `${C(e)} of ${D(t, "indicator")} can be computed from this data.`,
		notComputable: "Not computable",
		needs: "It needs",
		definition: "Definition",
		numerator: "Numerator",
		denominator: "Denominator",
		n: "n",
		cases: "Cases (n)",
		interval: "Interval",
		quantiles: "Spread",
		leftOut: "Left out",
		notes: "Notes",
		edge: "Doubtful cases",
		source: "Source",
		rows: "Rows that count",
		rowsOf: (e, t) => e < t ? `first ${C(e)} of ${C(t)}` : C(t),
		value: "Value",
		splitBy: "By groups of patients",
		noSplit: "All together",
		groupings: {
			phase: "Phase of treatment",
			level_of_care: "Level of care",
			site: "Site",
			equity_group: "Equity group"
		},
		splitting: "Looking at the groups",
		noGroups: "No patient is counted here.",
		unstated: "not stated",
		people: "People",
		hidden: "hidden",
		hiddenNote: "Groups of fewer than 10 people are hidden, so that nobody can be told apart; another group may be hidden with them.",
		inTable: (e) => `Ids in the table ${e}`,
		spread: (e, t, n) => `median ${e}, nine in ten below ${t}, n ${C(n)}`,
		indicator: "Indicator",
		current: "Before",
		plan: "After",
		beforeAfter: "Before is the current schedule, after is the plan on the board.",
		unknown: (e) => `${D(e, "indicator")} this data cannot give`,
		why: "Why not",
		period: "Of",
		bases: {
			plan: "Week planned",
			history: "Last 26 weeks"
		},
		none: "No indicator of this kind."
	},
	start: {
		title: "Plan a week of care in this tab",
		lead: "Rosterwell reads a schedule, finds what is wrong with it, proposes a better week that keeps every hard rule, and shows what staffing differently would do. Nothing you open leaves this device.",
		sample: "Try a sample clinic",
		sampleNote: "People, sessions and history are generated from a seed. The week's schedule carries the mistakes that schedulers make.",
		kind: "Kind of clinic",
		size: "Clinicians",
		seed: "Seed",
		open: "Open this sample",
		mine: "Use my data",
		mineNote: "A folder of CSV files, an Excel workbook, or a file saved here. You see what was understood before anything is replaced.",
		goData: "Choose files",
		template: "Download the empty workbook",
		keep: "Keep a copy",
		keepNote: "This page stores nothing. Save a file before you close the tab.",
		now: "What is open",
		drops: (e) => `Opening a sample drops ${D(e, "change")} that no file holds yet.`,
		people: "People",
		peopleOf: (e, t) => `${D(e, "clinician")}, ${D(t, "patient")} in care`,
		week: "Week",
		weekOf: (e, t) => `${D(e, "session")}, ${D(t, "group seat")}`,
		history: "History",
		historyOf: (e) => D(e, "appointment"),
		toSchedule: "Go to the schedule",
		kinds: {
			addiction_treatment: "Addiction treatment center",
			home_health: "Home-health agency",
			outpatient_rehabilitation: "Outpatient rehabilitation",
			network: "Mixed network"
		}
	},
	data: {
		title: "Data",
		drop: "Drop CSV files, a workbook or a saved file here",
		choose: "Choose files",
		bring: "Bring data in",
		kind: "Kind",
		formats: "CSV, Excel workbook (.xlsx), FHIR R4 (Bundle or NDJSON), calendars (.ics) or JSON. Files are read in this tab and sent nowhere.",
		intoTable: (e, t, n, r) => `table ${e.replaceAll("_", " ")}, ${t}${C(n)} of ${D(r, "column")} used`,
		rowsUsed: (e, t) => `${C(e)} of ${D(t, "row")}, `,
		paste: "Paste from Excel",
		pasteInto: "Table",
		pasteHelp: "Copy cells with their header row in Excel, click here and paste.",
		pasteRead: "Read pasted cells",
		reading: "Reading",
		understood: "What was understood",
		column: "Column",
		field: "Field",
		ignored: "not used",
		preview: "First rows",
		issues: "Issues",
		issueList: "List of issues",
		noIssues: "No issues found.",
		issueCount: (e, t) => `${D(e, "error")}, ${D(t, "warning")}`,
		severity: {
			error: "Error",
			warning: "Warning",
			note: "Note"
		},
		severityFilter: "Show",
		all: "All",
		where: "Where",
		cause: "What is wrong",
		action: "What to do",
		downloadIssues: "Download as CSV",
		use: (e, t) => `Use ${C(e)} of ${D(t, "row")}`,
		understoodRows: (e, t) => `${C(e)} of ${D(t, "row")} can be used`,
		unusable: "Nothing here can be used. What was open is still open.",
		back: "Back",
		discard: "Discard",
		mode: "What to do with these rows",
		modes: {
			replace: "Replace the clinic",
			add: "Add to the clinic",
			compare: "Compare with the plan"
		},
		profiles: "Known exports",
		looksLike: (e, t) => t === 100 ? `This looks like: ${e}.` : `This looks like: ${e} (${t} % of its columns).`,
		readBy: (e) => `Read by your profile “${e}”.`,
		useProfile: "Read it so",
		forgetProfile: "Forget this profile",
		saveProfile: "Keep how this file is read",
		profileName: "Name of the source",
		keep: "Keep",
		savedProfile: (e) => `Kept how “${e}” is read`,
		forgotProfile: (e) => `Forgot how “${e}” is read`,
		dates: "Dates like 3/4/2026",
		dateOrders: {
			auto: "found out",
			month_first: "month first",
			day_first: "day first"
		},
		decimal: "Decimal mark",
		decimalMarks: {
			auto: "found out",
			point: "1,234.5",
			comma: "1.234,5"
		},
		fieldOf: (e) => `Field of column ${e}`,
		replaces: "This replaces the clinic that is open. Undo does not bring it back; save a file first.",
		adds: "What the calendar holds is added to the clinic that is open. Undo does not take it back; save a file first.",
		tables: "Tables",
		table: "Table",
		rows: "Rows",
		shown: (e, t, n) => `Rows ${C(e)} to ${C(t)} of ${C(n)}`,
		export: "Take data out",
		exportNote: "Files are made in this tab and go to your downloads folder. They hold what the tables hold.",
		exportPlan: "The plan on the board",
		exportClinic: "All tables",
		formatName: {
			csv: "CSV",
			xlsx: "XLSX",
			json: "JSON",
			fhir: "FHIR",
			ndjson: "FHIR NDJSON"
		},
		previous: "Previous rows",
		next: "Next rows",
		filter: "Find in this table",
		row: "row",
		nothing: "No clinic is open.",
		openedFile: (e) => `Opened ${e}.`,
		imported: (e) => `Imported ${D(e, "row")}.`,
		exported: (e) => `Saved ${e} to your downloads.`,
		failed: (e) => `${e}. What was open is still open.`,
		unreadable: (e) => `${e} cannot be read: it was moved or changed while it was read, or it is a folder: choose the file again`,
		tooLarge: (e, t) => `${e} is larger than ${t}, the most that is read`,
		pasted: "pasted cells",
		notJson: (e) => `${e} is not a JSON file, or was cut short`,
		nothingUsed: "None of the rows could be used",
		more: (e) => `Show ${C(e)} more`
	},
	scenarios: {
		title: "Scenarios",
		intro: "Each scenario plans weeks anew with the changed clinic, lives through them with no-shows and sick calls, and counts the money by month. Estimates, not promises.",
		empty: "Press Run to see what these assumptions would bring.",
		horizon: "Months",
		months: (e) => `${e} months`,
		assumptions: "Assumptions",
		base: "0 means as today. Ranges follow the value that you set.",
		approach: "Approach",
		own: "My own assumptions",
		templates: {
			rule_based_scheduling: "Rule-based scheduling",
			demand_forecasting: "Demand forecasting",
			triage_and_routing: "Triage and routing",
			telehealth_first: "Telehealth first",
			wellbeing: "Wellbeing"
		},
		phased: "In phases: discovery, pilot, scale",
		phases: (e, t, n, r) => `${D(e, "month")} to prepare, ${D(t, "month")} with ${n} of sites or people, then ${D(r, "month")} until all take part.`,
		approachNote: "Costs are not in it. What you decide below is added.",
		nothingHere: "This clinic has nothing to turn for it.",
		lines: [
			"Lever",
			"Likely",
			"Cautious to hopeful"
		],
		source: (e) => e === "choice" ? "our choice" : e.replace(/^choice; /, "our choice; "),
		levers: {
			scheduling_hours: "Hours spent scheduling",
			overtime_hours: "Overtime hours",
			utilization: "Delivered on top, of bookable time",
			time_to_fill: "Days to fill a post",
			triage_hours: "Hours within which “soon” requests are seen",
			reserve: "Kept free for emergencies",
			no_show: "No-show rate",
			readmission: "Readmissions",
			travel: "Travel time",
			telehealth: "Orders moved to video",
			documentation: "Time for notes",
			supervision: "Supervision",
			buffer: "Break after sessions",
			overtime_cap: "Room for overtime",
			turnover: "Departures"
		},
		run: "Run scenarios",
		upToDate: "Up to date",
		stop: "Stop and keep what is done",
		reset: "Reset",
		less: (e) => `Less: ${e}`,
		more: (e) => `More: ${e}`,
		slider: "slider",
		today: "today",
		fte: "FTE",
		hire: (e) => `Hire: ${e}`,
		telehealth: (e) => `Move to video: ${e}`,
		controls: {
			demand: ["Demand", "More or fewer patients than today."],
			pay: ["Pay", "Of everyone, against today."],
			no_show: ["No-show rate", "Commonly claimed: 5 to 45 % fewer."],
			utilization: ["More of clinicians' time filled", "Commonly claimed: 1 to 10 points; only with sessions that wait today."],
			overtime_hours: ["Overtime hours", "Commonly claimed: 5 to 30 % fewer for the same visits."],
			travel: ["Travel time", "Commonly claimed: 3 to 15 % less."],
			scheduling_hours: ["Hours spent scheduling", "Commonly claimed: 15 to 80 % fewer."],
			turnover: ["Turnover", "Commonly claimed: up to 10 % fewer departures."],
			hire: ["Hire", "Works like the fullest contract of that discipline; takes the usual time to fill."],
			telehealth: ["Move to video", "Among patients and clinicians who can."]
		},
		running: "Running scenarios",
		draws: (e, t) => e === 0 ? "Planning weeks" : `${C(e)} of ${C(t)} draws done`,
		firstEstimate: (e, t, n) => `Net benefit ${e}, from ${t} to ${n}`,
		quickEstimateNote: "From quick plans of today's week under cautious, likely and hopeful values of all changes. It settles as draws are done.",
		firstEstimateNote: (e) => `The middle and the ends of the first ${D(e, "draw")}. It settles as more are done.`,
		stale: "These figures are from before your last change. Run again to see its effect.",
		stopped: (e) => `Stopped after ${D(e, "draw")}: the ranges are rougher than usual.`,
		done: "Scenarios are ready",
		cases: {
			conservative: "Conservative",
			likely: "Likely",
			aggressive: "Aggressive",
			all_wrong: "Everything goes wrong"
		},
		range: (e, t) => `8 in 10 runs between ${e} and ${t}`,
		to: (e, t) => `${e} to ${t}`,
		firstYear: "First 12 months",
		payback: "Pays back",
		paybackMonth: (e) => `month ${e}`,
		paybackNever: "not within the horizon",
		paybackNone: "no outlay",
		prepare: "Prepare instant estimates",
		prepareAgain: "Prepare them again",
		preparing: "Planning positions of the sliders",
		positions: (e, t) => `${C(e)} of ${C(t)} positions`,
		prepareNote: "Plans the sliders in 50 positions; then turning one shows an estimate at once.",
		prepared: "Instant estimates are ready",
		estimate: "Estimate",
		estimated: (e, t) => `${e} net over ${t} months`,
		estimateRange: (e, t) => `8 in 10 such estimates hit between ${e} and ${t}.`,
		estimateMissed: (e, t) => `At ${D(t, "position")} it had not seen it was off by ${e} (root mean square). Run the scenarios for a plan.`,
		estimateReady: "Instant estimates are ready: turn a slider. What stands beside is planned.",
		estimateBeyond: "A slider is beyond the positions that were planned: run the scenarios.",
		present: "Present value",
		roi: "Return on costs",
		internal: "Internal rate of return",
		noCosts: "no costs",
		aYear: (e) => `${e} a year`,
		internalRates: {
			borrow: "none to go by: money comes in first",
			several: "several: go by the present value",
			outside: "below −99 % or above 10,000 %",
			none: "none"
		},
		receives: "Who receives what",
		points: (e) => `${e} pt`,
		receivers: {
			clinic: "Clinic",
			payer: "Payers",
			staff: "Staff",
			others: "Others: agencies, mileage, hiring, departures, outlays"
		},
		receivesNote: "What one pays and another receives cancels: the sum is care in hospital that nobody pays for any more.",
		sum: "Sum",
		moves: "What moves it most",
		movesNote: "Each unknown from its P10 to its P90, a dot at P90, everything else in the middle of its range, under the same luck. Beside it the difference.",
		middle: "all in the middle",
		swing: "Swing",
		shares: "Shares of the uncertainty, and what knowing more is worth",
		shareColumns: [
			"Unknown",
			"Swing ± error",
			"Share of the variance ± error",
			"Worth of knowing it first ± error"
		],
		chanceShare: (e) => `Something that does nothing gets ${e} of the variance by chance alone. Unknowns that move together share variance, so shares do not add up to 100 %.`,
		parts: "Each change alone, and all together",
		partsNote: "Everything in the middle of its range. Where changes do the same thing twice, the interaction takes it off again.",
		partColumns: [
			"Change",
			"Alone ± error",
			"Lost if left out ± error"
		],
		interaction: "Interaction",
		together: "All together",
		unknowns: {
			"demand level": "Demand of the mean week",
			"no-show level": "Today's true no-show rate",
			"days to hire": "Days to hire"
		},
		cumulative: (e) => `Net benefit added up over ${e} months`,
		netOver: (e) => `Net benefit, ${e} months`,
		finding: (e, t, n, r, i) => `Likely case: about ${e} after ${t} months, 8 in 10 runs between ${n} and ${r}. ${i} of all runs end with a gain.`,
		linesNote: "Lines are medians, bands hold 8 in 10 runs.",
		month: (e) => e === 0 ? "Now" : `${e} mo`,
		monthTitle: "Month",
		before: "before",
		rangeOf: "8 in 10 runs",
		sideBySide: "Side by side",
		paired: "Differences are taken run by run under the same luck. Ranges hold 8 in 10 runs.",
		show: "Show",
		values: "Values",
		differences: "Differences",
		baseColumn: "Base",
		unknown: "no data",
		thisRun: "This run",
		settings: "Settings",
		outcomes: "Outcome, likely case",
		against: "Differences against",
		asToday: "as today",
		baseOfComparison: "0, held against",
		likelyNote: "The three cases of this run, with what was drawn for each, and the likely case of every scenario kept. Against the base, differences are taken run by run under the same luck; against another scenario, they are differences of means.",
		nothingKept: "Keep scenarios under a name, and they stand side by side here.",
		workbook: "Excel workbook with live assumptions",
		workbookNote: "Its money is formulas: change a price, a cost or the discount rate in it, and net benefit, present value, return and payback follow.",
		workbookName: "scenarios.xlsx",
		open: "Open",
		remove: "Remove",
		saveAs: "Keep this scenario as",
		save: "Save",
		savedSealed: (e) => `Saved as ${e}, encrypted. Without the passphrase nobody can open it.`,
		saved: (e) => `Saved scenario ${e}`,
		removed: (e) => `Removed scenario ${e}`,
		loaded: (e) => `Scenario ${e} is shown`,
		monthly: "Money by month",
		monthlyColumns: [
			"Income, base",
			"Spending, base",
			"Income",
			"Spending",
			"Net benefit",
			"8 in 10 runs",
			"Added up"
		],
		limits: "What these figures cannot say",
		allWrong: (e) => `If every assumption came out at its cautious end at once: about ${e}. This is shown apart because it is less likely than any of the three.`,
		taken: (e) => `${D(e, "value")} taken for granted, with sources`,
		record: (e, t, n, r, i) => `${D(e, "draw")} of ${D(t, "run")} each, ${D(n, "week")} planned and checked, seed ${r}, version ${i}.`
	},
	charts: {
		showTable: "Show as table",
		hideTable: "Hide table",
		table: (e) => `${e}, table`,
		begins: (e) => `The axis begins at ${e}, not at 0.`,
		bands: "Dark band: 8 in 10 cases. Light band: 19 in 20.",
		week: "Week",
		came: "What came",
		expected: "Expected",
		capacity: "There",
		interval: "95 % interval",
		predicted: "Predicted",
		observed: "Observed",
		visits: "Visits",
		eightInTen: "8 in 10 cases",
		nineteenInTwenty: "19 in 20 cases"
	},
	attendance: ir,
	buffers: ar,
	forecast: or,
	pilot: ur,
	triage: Er,
	quality: mr,
	merge: cr,
	reconcile: hr,
	sheets: Sr,
	incident: gr,
	day: _r,
	routes: vr,
	relief: yr,
	goal: sr,
	promise: Tr,
	report: br,
	share: xr,
	simulator: Cr,
	staffing: wr,
	workload: Or,
	governance: Dr,
	keep: lr,
	privacy: {
		title: "Privacy",
		promise: "Patient data that you open in this planner stays in your browser. The planner makes no network request while it works, and the browser is told to refuse any. Data leaves only when you download, print or copy, or send it to a portal that frames this page.",
		promiseElement: "This planner runs inside a page of someone else, and what you open stays in that page unless you download, print or copy it, or the page takes it. Once it has started, its own code makes no network request; what the page around it does is up to that page.",
		counter: "Network requests since this page was opened",
		how: "How it is kept",
		howItems: [
			"The page is one file. Script, engine and styles are inside it; it loads nothing.",
			"A policy in the file tells the browser to refuse every connection, from the page and from the engine.",
			"What you open is read in a separate worker that has no way out."
		],
		stored: "What is stored",
		storedNone: "No cookie, and nothing in this browser unless you turn on the copy below. Closing the tab forgets everything that is not in a saved file.",
		saves: "Saved files are encrypted with your passphrase, unless you choose otherwise. There is no recovery.",
		limits: "What this does not cover",
		limitItems: [
			"A computer, browser or extension that someone else controls.",
			"Whoever looks at your screen.",
			"Files that you save, export or print, once they have left the page.",
			"A page that only looks like this one: take the file from a source you trust and compare its SHA-256."
		],
		policy: "The policy in force"
	}
}, O = Ir(Pr);
function Fr(e) {
	Lr(O, e);
}
function k(e, t) {
	return Object.hasOwn(e, t) ? e[t] : void 0;
}
function Ir(e) {
	return typeof e != "object" || !e ? e : Array.isArray(e) ? e.map(Ir) : Object.fromEntries(Object.entries(e).map(([e, t]) => [e, Ir(t)]));
}
function Lr(e, t) {
	for (let [n, r] of Object.entries(t)) {
		let t = Reflect.get(e, n);
		typeof t == "object" && t ? Lr(t, r) : Reflect.set(e, n, r);
	}
}
// words/engine.ts
var Rr, zr, Br = /* @__PURE__ */ new Map();
function Vr(e) {
	Br.clear(), Rr = e && Jr(e.sentences), zr = e && Jr([...e.values]);
}
function A(e) {
	return Ur(e) ?? e;
}
function Hr(e) {
	return Rr && /\p{L}{3}/u.test(e) && Ur(e) === void 0 ? "en" : _;
}
function Ur(e) {
	if (Rr && e) return Br.has(e) || Br.set(e, Wr(Rr, e) ?? Gr(e)), Br.get(e);
}
function Wr(e, t) {
	let n = Kr(e, t);
	if (n !== void 0) return n;
	let r = t.endsWith(".") ? "." : "", i = r ? t.slice(0, -1) : t, a = Kr(e, i) ?? Kr(e, `${i.charAt(0).toLowerCase()}${i.slice(1)}`);
	if (a !== void 0) return `${i.charAt(0) === i.charAt(0).toLowerCase() ? a.charAt(0) : a.charAt(0).toUpperCase()}${a.slice(1)}${r}`;
}
function Gr(e) {
	if (Rr) for (let { index: t, 0: n } of e.matchAll(/[;:] /g)) {
		let r = Wr(Rr, e.slice(0, t)), i = e.slice(t + n.length), a = r === void 0 ? void 0 : Wr(Rr, i) ?? Gr(i);
		if (a !== void 0) return `${r}${n}${a}`;
	}
}
function Kr({ whole: e, patterns: t }, n) {
	let r = e.get(n);
	if (r !== void 0) return r;
	for (let { fits: e, other: r } of t) {
		let [, ...t] = e.exec(n) ?? [];
		if (t.length === 0) continue;
		let i = 0;
		return r.replace(/\{(\d*)\}/g, (e, n) => qr(t[n ? Number(n) : i++] ?? ""));
	}
}
function qr(e) {
	if (!/[a-z]/i.test(e)) return e;
	let t = (zr && Kr(zr, e)) ?? (Rr && Kr(Rr, e));
	return t !== void 0 || !e.includes(", ") ? t ?? e : e.split(", ").map(qr).join(", ");
}
function Jr(e) {
	let t = e.filter(([e]) => e.includes("{")), n = (e) => e.replaceAll(/\{[#n]?\}/g, "").length;
	return {
		whole: new Map(e.filter(([e]) => !e.includes("{"))),
		patterns: t.toSorted(([e], [t]) => n(t) - n(e)).map(([e, t]) => ({
			fits: Yr(e),
			other: t
		}))
	};
}
function Yr(e) {
	let t = e.replaceAll(/[.*+?^$()|[\]\\/]/g, "\\$&").replaceAll("{#}", "(-?[\\d.,]+ [a-z]+)").replaceAll("{n}", "(-?[\\d.,:–-]+)").replaceAll("{}", "(.+?)");
	return RegExp(`^${t}$`);
}
// state/describe.ts
function j(e, t, n) {
	return (t === "clinician" ? e.clinicians.get(n) : t === "room" ? e.rooms.get(n) : e.patients.get(n))?.name || n;
}
function Xr(e) {
	return k(O.disciplines, e) ?? e.replaceAll("_", " ");
}
function Zr(e) {
	return k(O.ids, e) ?? e.replaceAll("_", " ");
}
function Qr(e, t) {
	return e.services.get(t.service)?.name ?? O.kinds[t.kind];
}
function $r(e, t) {
	return t.room ? j(e, "room", t.room) : O.modalities[t.modality];
}
function ei(e, t) {
	return t.clinicians.map((t) => j(e, "clinician", t)).join(", ");
}
function ti(e, t, n) {
	return n && t.patients.length > 0 ? t.patients.map((t) => j(e, "patient", t)).join(", ") : t.patients.length === 0 ? "" : O.patients(t.patients.length);
}
function ni(e, t) {
	return [
		Ht(t.start),
		$r(e, t),
		ei(e, t)
	].filter(Boolean).join(", ");
}
function ri(e, t, n) {
	let r = t.place, i = [O.kinds[t.kind], Qr(e, t)];
	return r ? (i.push(`${x(r.start, "short")} ${Ut(Lt(r.start), t.minutes)}`), i.push($r(e, r), ei(e, r))) : i.push(O.session.none), i.push(ti(e, t, n)), i.filter(Boolean).join(", ");
}
function ii(e, t, { sessions: n, names: r = !1, self: i } = {}) {
	let a = (t) => {
		if (t === i) return O.session.thisOne;
		let a = n?.get(t);
		if (a) return [Qr(e, a), a.place ? Ht(a.place.start) : ""].filter(Boolean).join(" ");
		let o = e.patients.get(t);
		return o ? r ? o.name || t : O.session.aPatient : e.clinicians.get(t)?.name ?? e.rooms.get(t)?.name ?? e.sites.get(t)?.name ?? e.services.get(t)?.name;
	};
	return A(t).replace(/is not authorized by authorization `none\/[^`]*`: \d+ units? missing/g, O.session.noAuthorization).replace(/(?:(?:patient|room|clinician) )?`([^`]+)`/g, (e, t) => a(t) ?? e.replaceAll("`", "")).replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::00)?\b/g, Ht);
}
function ai(e) {
	return M(A(e).replace(/`([^`]*)`/g, "“$1”"));
}
function M(e) {
	let t = oi(e);
	return t ? `${t}${/[.!?]$/.test(t) ? "" : "."}` : "";
}
function oi(e) {
	let t = A(e);
	return `${t.charAt(0).toUpperCase()}${t.slice(1)}`;
}
function si(e, t, n, r, i) {
	if (r) return [Qr(e, r), ti(e, r, i)].filter(Boolean).join(", ");
	let a = e.clinic.orders.find((e) => e.id === t), o = a ? e.services.get(a.service)?.name ?? a.service : t, s = a && i ? j(e, "patient", a.patient) : "";
	return [
		o,
		O.seats(n),
		s
	].filter(Boolean).join(", ");
}
// state/goal.ts
var ci = {
	question: {
		outcome: "net_cents",
		reach: 0,
		slider: "",
		along: ""
	},
	answer: void 0,
	planned: void 0
};
function li(e, t, n) {
	let r = (e, t) => ({
		id: e,
		name: t,
		unit: n,
		scale: 100,
		direction: 1,
		show: (e) => Gt(e, n)
	}), i = (e.cases[0]?.indicators ?? []).flatMap((e) => {
		if (e.direction === 0) return [];
		let t = e.unit === "share", n = t ? "%" : e.unit === "hours" ? "h" : "", r = t ? .01 : 1;
		return [{
			id: e.id,
			name: A(e.name),
			unit: n,
			scale: r,
			direction: e.direction > 0 ? 1 : -1,
			show: (e) => `${w(e / r)}${n && ` ${n}`}`
		}];
	}), a = [
		r("net_cents", O.scenarios.netOver(e.months)),
		r("first_year_cents", O.scenarios.firstYear),
		...i
	];
	return t ? a.filter(({ id: e }) => t.outcomes.some((t) => t.id === e)) : a;
}
function ui(e, t, n) {
	return e.direction > 0 ? t >= n : t <= n;
}
function di(e, t) {
	let n = e.cases.find((e) => e.name === "likely");
	return t === "net_cents" ? n?.net_cents.mean : t === "first_year_cents" ? n?.first_year_cents.mean : n?.indicators.find((e) => e.id === t)?.value ?? void 0;
}
function fi(e) {
	return e.reduce((e, t) => e === void 0 || Math.abs(t) < Math.abs(e) ? t : e, void 0);
}
function pi(e, t, n, [r, i]) {
	let a = e / t, o = (n ? Math.ceil(a - 1e-9) : Math.floor(a + 1e-9)) * t;
	return Math.min(i, Math.max(r, Math.round(o * 1e6) / 1e6)) + 0;
}
// state/scenario.ts
var mi = {
	part: "run",
	draft: /* @__PURE__ */ new Map(),
	months: 36,
	choices: void 0,
	approach: void 0,
	report: void 0,
	reported: void 0,
	reportedMonths: 36,
	reportedApproach: void 0,
	running: void 0,
	instant: void 0,
	preparing: void 0,
	guess: void 0,
	goal: ci
}, hi = {
	low: 9,
	likely: 6,
	high: 3
}, gi = {
	low: 0,
	likely: 0,
	high: 0
};
function _i(e, t = [], n = /* @__PURE__ */ new Map()) {
	let r = O.scenarios.controls, i = {
		unit: "%",
		scale: .01,
		step: 1
	}, a = (e, t, [n, a, o], s, c) => ({
		id: e,
		name: k(r, e)?.[0] ?? e,
		note: k(r, e)?.[1] ?? "",
		lever: t,
		...i,
		min: s,
		max: c,
		start: a,
		low: n,
		high: o,
		ramp: hi
	}), o = (e, t, n, i) => ({
		id: e,
		name: i ?? k(r, e)?.[0] ?? e,
		note: k(r, e)?.[1] ?? "",
		lever: t,
		...n,
		start: 0,
		low: 0,
		high: 0,
		ramp: gi
	}), s = Ci(e.clinicians.map((e) => e.discipline)), c = Ci(e.orders.map((t) => e.services.find((e) => e.id === t.service)).filter((e) => e?.modalities.includes("in_person") && e.modalities.includes("video")).map((e) => e?.id ?? "")), l = [], u = [...n.keys()].filter((e) => e.startsWith(vi)).map((e) => e.slice(vi.length));
	for (let e of /* @__PURE__ */ new Set([...s ? [s] : [], ...u])) {
		let t = e === s ? "hire" : vi + e, n = {
			name: O.scenarios.hire(Xr(e)),
			note: r.hire?.[1] ?? ""
		};
		l.push({
			...o(t, { hire: { discipline: e } }, {
				unit: O.scenarios.fte,
				scale: 1,
				min: 0,
				max: 20,
				step: .5
			}),
			...n
		});
	}
	if (c) {
		let t = e.services.find((e) => e.id === c), n = O.scenarios.telehealth(t?.name ?? c);
		l.push(o("telehealth", { telehealth: { service: c } }, {
			...i,
			min: 0,
			max: 100,
			step: 5
		}, n));
	}
	return l.push(o("demand", "demand", {
		...i,
		min: -50,
		max: 100
	}), o("pay", { pay: {} }, {
		...i,
		min: -20,
		max: 50
	}), a("no_show", { no_show: {} }, [
		-5,
		-15,
		-45
	], -100, 100), a("utilization", "utilization", [
		1,
		4,
		10
	], 0, 30), a("overtime_hours", "overtime_hours", [
		-5,
		-15,
		-30
	], -100, 50), a("travel", "travel", [
		-3,
		-8,
		-15
	], -60, 50), a("scheduling_hours", "scheduling_hours", [
		-15,
		-40,
		-80
	], -100, 50), a("turnover", "turnover", [
		0,
		-5,
		-10
	], -100, 100)), l.map((e) => xi(e, t));
}
var vi = "hire:";
function yi(e, t) {
	return t === Ci(e.clinicians.map((e) => e.discipline)) ? "hire" : vi + t;
}
function bi(e) {
	return e === "hire" || e.startsWith(vi);
}
function xi(e, t) {
	let n = t.find((t) => t.id === Si(e.lever));
	if (!n) return e;
	let { min: r, max: i, scale: a } = e;
	return {
		...e,
		min: Math.max(r, n.least / a),
		max: Math.min(i, n.most / a)
	};
}
function Si(e) {
	return typeof e == "string" ? e : Object.keys(e)[0] ?? "";
}
function Ci(e) {
	let t = /* @__PURE__ */ new Map();
	for (let n of e) t.set(n, (t.get(n) ?? 0) + 1);
	return [...t].sort((e, t) => t[1] - e[1] || e[0].localeCompare(t[0]))[0]?.[0];
}
function wi(e, t) {
	if (e.start === 0) return [t, t];
	let n = t / e.start, r = (t) => Math.min(e.max, Math.max(e.min, t));
	return [r(e.low * n), r(e.high * n)];
}
function Ti(e) {
	let { start: t, low: n, high: r, min: i, max: a } = e;
	return t === 0 ? [Math.max(i, -.2 * a), .3 * a] : [Math.min(0, n, r), Math.max(0, n, r)];
}
function Ei(e, t) {
	let [n, r] = wi(e, t);
	return Pi((n + t + r) / 3 * e.scale);
}
function Di(e, t) {
	let [n, r] = Ti(e);
	for (let i = 0; i < 50; i += 1) {
		let i = (n + r) / 2;
		Ei(e, i) < t ? n = i : r = i;
	}
	return Pi((n + r) / 2);
}
function Oi(e) {
	return e.map((e) => {
		let [t, n] = Ti(e).map((t) => Ei(e, t));
		return {
			lever: e.lever,
			value: 0,
			low: t ?? 0,
			high: n ?? 0,
			start_month: 1,
			ramp_months: e.ramp.likely,
			one_off_cents: 0,
			running_cents_month: 0
		};
	});
}
function ki(e, t, n) {
	if ([...n].some(([t, n]) => n !== 0 && !e.controls.includes(t))) return;
	let r = [];
	for (let i of e.controls) {
		let e = t.find((e) => e.id === i);
		if (!e) return;
		let a = n.get(i) ?? e.start, [o, s] = Ti(e);
		if (a < o || a > s) return;
		r.push(Ei(e, a));
	}
	return r;
}
function Ai(e, t) {
	return t ? e.filter((e) => e.start === 0) : e;
}
function ji(e, t) {
	return (e.templates.find((e) => e.id === t)?.lines ?? []).map(({ change: t, source: n }) => {
		let r = Si(t.lever), i = e.levers.find((e) => e.id === r), a = (e) => Mi(e, i), o = t.low ?? t.value, s = t.high ?? t.value;
		return {
			name: k(O.scenarios.levers, r) ?? r,
			value: a(t.value),
			range: o === s ? "" : O.scenarios.to(a(o), a(s)),
			source: O.scenarios.source(n)
		};
	});
}
function Mi(e, t) {
	let n = t?.unit ?? "", r = e > 0 && t && t.least < 0 ? "+" : "";
	return n === "relative" || n.startsWith("share") ? `${r}${w(e * 100)} %` : `${r}${w(e)} ${n}`;
}
function Ni(e, t) {
	return e.flatMap((e) => {
		let n = t.get(e.id) ?? e.start;
		if (n === 0) return [];
		let [r, i] = wi(e, n), { ramp: a, scale: o } = e;
		return [{
			lever: e.lever,
			value: Pi(n * o),
			low: Pi(r * o),
			high: Pi(i * o),
			start_month: 1,
			ramp_months: a.likely,
			...a.likely > 0 ? {
				ramp_low: a.low,
				ramp_high: a.high
			} : {},
			one_off_cents: 0,
			running_cents_month: 0
		}];
	});
}
function Pi(e) {
	return Math.round(e * 1e6) / 1e6;
}
function Fi(e, t) {
	return e?.template === t?.template && e?.phased === t?.phased;
}
function Ii({ draft: e, reported: t, months: n, reportedMonths: r, approach: i, reportedApproach: a }) {
	return t === void 0 || n !== r ? !1 : Li(e, t) && Fi(i, a);
}
function Li(e, t) {
	return e.size === t.size && [...e].every(([e, n]) => t.get(e) === n);
}
// state/clinic.ts
var Ri = [
	"Mon",
	"Tue",
	"Wed",
	"Thu",
	"Fri",
	"Sat",
	"Sun"
];
function zi(e) {
	return new Map(e.map((e) => [e.id, e]));
}
function Bi(e) {
	return {
		clinic: e,
		clinicians: zi(e.clinicians),
		patients: zi(e.patients),
		rooms: zi(e.rooms),
		services: zi(e.services),
		sites: zi(e.sites),
		firstDay: b(e.settings.horizon_start),
		days: e.settings.horizon_days,
		away: Vi(e)
	};
}
function Vi(e) {
	let t = b(e.settings.horizon_start), n = t + e.settings.horizon_days, r = /* @__PURE__ */ new Map();
	for (let i of e.absences) {
		let e = b(i.from) * 1440 + Lt(i.from), a = b(i.until) * 1440 + Lt(i.until);
		for (let o = Math.max(t, Math.floor(e / 1440)); o < n && o * 1440 < a; o += 1) {
			let t = [Math.max(0, e - o * 1440), Math.min(1440, a - o * 1440)], n = Hi(i.what, i.id, o);
			r.set(n, [...r.get(n) ?? [], t]);
		}
	}
	return r;
}
function Hi(e, t, n) {
	return `${e}\n${n}\n${t}`;
}
function Ui(e) {
	return ((e + 3) % 7 + 7) % 7;
}
function Wi(e, t) {
	let n = [];
	for (let r of (e ?? "").split(";")) {
		let e = /^\s*(\w{3})(?:-(\w{3}))?\s+(\d\d):(\d\d)-(\d\d):(\d\d)\s*$/.exec(r);
		if (!e) continue;
		let i = Ri.indexOf(e[1] ?? ""), a = e[2] ? Ri.indexOf(e[2]) : i, o = (a - i + 7) % 7;
		i < 0 || a < 0 || (t - i + 7) % 7 > o || n.push([Number(e[3]) * 60 + Number(e[4]), Number(e[5]) * 60 + Number(e[6])]);
	}
	return n;
}
function Gi(e, t) {
	let n = [...e];
	for (let [e, r] of t) n = n.flatMap(([t, n]) => {
		if (r <= t || n <= e) return [[t, n]];
		let i = [];
		return t < e && i.push([t, e]), r < n && i.push([r, n]), i;
	});
	return n;
}
function Ki(e, t, n, r) {
	let i = Ui(r), a = e.away.get(Hi(t, n, r)) ?? [];
	if (t === "clinician") return Gi(Wi(e.clinicians.get(n)?.hours, i), a);
	if (t === "patient") return Gi(Wi(e.patients.get(n)?.hours, i), a);
	let o = e.rooms.get(n), s = o ? e.sites.get(o.site) : void 0, c = e.away.get(Hi("site", o?.site ?? "", r)) ?? [];
	return Gi(Wi(o?.hours ?? s?.hours, i), [...a, ...c]);
}
// state/forecast.ts
var qi = [
	4,
	13,
	26
], Ji = [
	.5,
	.8,
	.9,
	.95
], Yi = .5, Xi = {
	asked: {
		weeks: 13,
		level: .8
	},
	report: void 0,
	reported: void 0,
	running: void 0,
	stopped: !1
};
function Zi({ asked: e, reported: t }) {
	return t !== void 0 && t.weeks === e.weeks && t.level === e.level;
}
function Qi(e) {
	return e.capacity.clinicians > 0 || e.hours.history.length > 0;
}
function $i(e) {
	let t = e.gap_planned.filter((e) => e >= Yi);
	return {
		weeks: t.length,
		most: Math.max(0, ...t)
	};
}
function ea(e) {
	let t = new Map(e.map((e) => [e, $i(e)])), n = (e) => t.get(e)?.most ?? 0;
	return e.filter(Qi).sort((e, t) => n(t) - n(e) || e.discipline.localeCompare(t.discipline));
}
function ta(e, t) {
	return t > 0 ? e / t : 0;
}
function na(e) {
	let t = (e) => e.closes.some((e) => e > 0), n = (t) => e.gap_planned.filter((e, n) => e >= Yi && (t.closes[n] ?? 0) > e - Yi / 10).length;
	return {
		helps: e.closing.filter(t).map((e) => ({
			means: e,
			weeks: n(e)
		})).sort((e, t) => t.weeks - e.weeks || e.means.cents - t.means.cents),
		not: e.closing.filter((e) => !t(e))
	};
}
function ra(e, t) {
	return e.series.filter((e) => e.measure === t);
}
function ia(e, t) {
	let n = b(e.weeks[0] ?? e.as_of);
	return {
		...oa(e, t.hours.history.length),
		history: t.hours.history,
		from: n,
		fan: t.hours.fan,
		capacity: t.capacity.hours,
		widenedFrom: void 0
	};
}
function aa(e, t) {
	if (t.ahead) return {
		start: b(t.first_week),
		history: t.history,
		from: b(e.weeks[0] ?? e.as_of),
		fan: t.ahead.fan,
		capacity: void 0,
		widenedFrom: t.ahead.widened_from ?? void 0
	};
}
function oa(e, t) {
	let n = e.series.map((e) => b(e.first_week) + 7 * e.history.length);
	return { start: (n.length > 0 ? Math.max(...n) : b(e.weeks[0] ?? e.as_of)) - 7 * t };
}
function sa(e, t, n) {
	let r = new Set(n.map((e) => e.discipline));
	return ca(ii(e, A(t).replace(/`([^`]+)`/g, (e, t) => r.has(t) ? Xr(t) : e)));
}
function ca(e) {
	return M(A(e).replaceAll(" x ", " × "));
}
// state/of-day.ts
var la = {
	clinic: void 0,
	plan: void 0,
	day: void 0,
	reply: void 0
}, ua = [
	"reminders",
	"family",
	"visits",
	"billing"
], da = {
	kind: void 0,
	calendar: "others",
	of: void 0,
	list: void 0,
	file: void 0,
	running: !1,
	patient: void 0
};
function fa(e, t) {
	let n = { from: t.slice(0, 10) }, r = e.indexOf(":");
	return r > 0 ? {
		of: e.slice(0, r),
		id: e.slice(r + 1),
		now: t,
		...n
	} : e === "others" ? {
		of: "clinic",
		now: t,
		...n
	} : {
		of: "clinic",
		complete: e === "complete",
		busy: e === "busy",
		now: t
	};
}
function pa(e, t) {
	if (e.synthetic) return e.as_of;
	let n = new Intl.DateTimeFormat("en-US", {
		timeZone: e.time_zone,
		hourCycle: "h23",
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		hour: "2-digit",
		minute: "2-digit"
	}).formatToParts(t), r = (e) => n.find((t) => t.type === e)?.value ?? "00";
	return `${r("year").padStart(4, "0")}-${r("month")}-${r("day")}T${r("hour")}:${r("minute")}`;
}
function ma(e, t, n) {
	return e.clinic.consents.filter((e) => e.patient === t).map((e) => ({
		row: e,
		holds: !e.revoked && (e.until ?? n) >= n
	})).toSorted((e, t) => Number(t.holds) - Number(e.holds) || (e.row.given < t.row.given ? 1 : -1));
}
function ha(e) {
	let t = /* @__PURE__ */ new Map();
	for (let { reason: n } of e) {
		let e = n.replaceAll(/ ?`[^`]*`/g, "").replaceAll(/ on \d{4}-\d\d-\d\d(T\d\d:\d\d)?/g, "");
		t.set(e, (t.get(e) ?? 0) + 1);
	}
	return [...t].map(([e, t]) => ({
		reason: e,
		count: t
	})).toSorted((e, t) => t.count - e.count || (e.reason < t.reason ? -1 : 1));
}
// state/simulator.ts
var ga = [
	5,
	10,
	20,
	50
], _a = {
	runs: 10,
	running: void 0,
	reply: void 0,
	of: void 0
}, va = [
	"human",
	"recall",
	"rules",
	"optimizer"
], ya = (e) => ({
	on: !1,
	value: e
}), ba = {
	draft: {
		targets: {
			placed: {
				on: !0,
				value: 92
			},
			third_next_available: ya(2),
			mandated_unplaced: ya(0),
			high_strain: {
				on: !0,
				value: 0
			},
			raised_strain: ya(2),
			overtime_hours: ya(10),
			utilization: ya(85)
		},
		demand: 50,
		step: 1
	},
	running: void 0,
	report: void 0,
	asked: void 0
}, xa = Object.keys(ba.draft.targets);
function Sa(e) {
	return e === "placed" || e === "utilization" ? .01 : 1;
}
function Ca(e) {
	let t = xa.filter((t) => e.targets[t].on).map((t) => ({
		measure: t,
		value: Math.round(e.targets[t].value * Sa(t) * 1e6) / 1e6
	}));
	return t.length > 0 ? {
		targets: t,
		demand: Math.round(e.demand * 1e4) / 1e6,
		step: e.step
	} : void 0;
}
function wa(e) {
	return e.hires.length === 0 ? O.staffing.today : e.hires.map(({ discipline: e, fte: t }) => O.staffing.person(w(t), Xr(e))).join(", ");
}
function Ta(e) {
	let t = (e) => e.met.filter((e) => !e).length, n = (e, n) => t(e) - t(n) || n.placed - e.placed || e.cost_year_cents - n.cost_year_cents;
	return [...e.points].sort(n)[0] ?? e.today;
}
function Ea(e) {
	let t = /* @__PURE__ */ new Set();
	return e.points.filter((e) => e.frontier).sort((e, t) => e.cost_year_cents - t.cost_year_cents || e.placed - t.placed).filter((e) => {
		let n = `${e.cost_year_cents}/${e.placed}`;
		return !t.has(n) && t.add(n);
	});
}
// state/triage.ts
var Da = {
	of: void 0,
	reply: void 0,
	acuity: void 0,
	capacity: void 0,
	running: !1
}, Oa = [
	"tier",
	"points",
	"in_person",
	"acuity"
], ka = [
	"emergency",
	"urgent",
	"soon",
	"routine",
	"planned"
];
function Aa(e) {
	let t = new Map(e.orders.map((e) => [e.order, e]));
	return e.queue.flatMap((e) => t.get(e) ?? []);
}
function ja(e) {
	return e.orders.filter((e) => e.needs_person).sort((e, t) => Number(t.waiting) - Number(e.waiting) || e.order.localeCompare(t.order));
}
function Ma(e) {
	let t = (e) => Math.abs(e.level - e.used);
	return e.patients.filter((e) => t(e) > 0 || e.decision).sort((e, n) => Number(n.level > n.used) - Number(e.level > e.used) || t(n) - t(e) || n.points.sum - e.points.sum || e.patient.localeCompare(n.patient));
}
function Na(e, t) {
	let n = t.when.split("\n").map((e) => e.trim()).filter(Boolean), r = e.purpose === "tier" ? { tier: t.tier } : e.purpose === "in_person" ? {} : { points: t.points };
	return {
		...e,
		...r,
		when: n,
		text: t.text.trim(),
		within_days: t.withinDays ?? null,
		source: "our choice"
	};
}
function Pa(e, t) {
	let n = 1;
	for (; t.includes(`own-${n}`);) n += 1;
	return {
		id: `own-${n}`,
		purpose: e,
		when: [],
		points: 0,
		text: "",
		off: !1,
		...e === "tier" ? { tier: "routine" } : {}
	};
}
// state/governance.ts
var Fa = {
	by: "equity_group",
	within: void 0,
	of: void 0,
	pack: void 0,
	running: !1
};
function Ia(e) {
	let t = (e) => e.difference?.unfavorable ? 2 : +!!e.difference?.found;
	return e.filter((e) => t(e) > 0).sort((e, n) => t(n) - t(e) || e.group.localeCompare(n.group));
}
function La(e) {
	return e.indicators.filter((e) => e.change !== void 0);
}
// state/workload.ts
var Ra = {
	plan: void 0,
	people: !1,
	report: void 0,
	running: !1
};
function za(e) {
	return {
		made: e.parts.filter((e) => e.amount !== void 0).filter((e) => e.points > 0).sort((e, t) => t.points - e.points || e.id.localeCompare(t.id)),
		missing: e.parts.filter((e) => e.amount === void 0)
	};
}
function Ba(e) {
	let t = (e) => Math.max(e.recent?.index ?? 0, e.ahead?.index ?? 0);
	return e.clinicians.filter((e) => e.recent || e.ahead).sort((e, n) => Number(n.warnings.length > 0) - Number(e.warnings.length > 0) || t(n) - t(e) || e.clinician.localeCompare(n.clinician));
}
// state/store.ts
var Va = {
	plan: void 0,
	stage: "current",
	before: void 0,
	locks: [],
	lockReasons: {},
	scenarios: [],
	pilot: void 0,
	clinic: void 0,
	profiles: []
}, Ha = {
	view: "schedule",
	engine: "starting",
	blocked: void 0,
	busy: void 0,
	open: void 0,
	history: Tt(Va),
	savedAt: Va,
	board: {
		mode: "day",
		grouping: "clinicians",
		day: 0,
		list: !1,
		names: !1,
		movedOnly: !1,
		selected: void 0,
		panel: "problems"
	},
	base: void 0,
	past: void 0,
	shown: void 0,
	solve: void 0,
	outcome: void 0,
	insight: void 0,
	importing: void 0,
	quality: pn,
	sheets: void 0,
	attendance: ft,
	buffers: St,
	forecast: Xi,
	pilot: Qt,
	incident: Un,
	relief: $n,
	share: da,
	simulator: _a,
	triage: Da,
	workload: Ra,
	routes: la,
	dayCheck: la,
	governance: Fa,
	scenario: mi,
	staffing: ba,
	indicator: void 0,
	split: void 0,
	notice: void 0,
	said: "",
	requests: 0,
	privacy: un,
	portal: void 0,
	theme: "system",
	readonly: !1,
	formats: zn,
	keep: Sn
}, Ua = class extends Error {}, Wa = class {
	#e;
	#t = /* @__PURE__ */ new Set();
	#n = /* @__PURE__ */ new Set();
	constructor(e = Ha) {
		this.#e = e;
	}
	get state() {
		return this.#e;
	}
	get work() {
		return this.#e.history.value;
	}
	listen(e, t) {
		this.#t.add(e), t?.addEventListener("abort", () => this.#t.delete(e), { once: !0 });
	}
	witness(e, t) {
		this.#n.add(e), t?.addEventListener("abort", () => this.#n.delete(e), { once: !0 });
	}
	setKeep(e) {
		this.set({ keep: {
			...this.#e.keep,
			...e
		} });
	}
	set(e) {
		this.#i({
			...this.#e,
			...e
		});
	}
	setBoard(e) {
		this.set({ board: {
			...this.#e.board,
			...e
		} });
	}
	beforeChange() {
		if (this.#e.readonly) throw new Ua();
	}
	act(e, t, n = {}) {
		this.beforeChange();
		let r = this.work, i = Et(this.#e.history, e, {
			...r,
			...t
		});
		this.#i({
			...this.#e,
			...n,
			history: i
		}), this.#r("act", r, n.outcome?.seed);
	}
	undo() {
		let [e, t] = [kt(this.#e.history), this.work];
		return e === void 0 || (this.set({
			history: Dt(this.#e.history),
			notice: void 0
		}), this.#r("undo", t)), e;
	}
	redo() {
		let [e, t] = [At(this.#e.history), this.work];
		return e === void 0 || (this.set({
			history: Ot(this.#e.history),
			notice: void 0
		}), this.#r("redo", t)), e;
	}
	#r(e, t, n) {
		for (let r of this.#n) r({
			kind: e,
			before: t,
			after: this.work,
			seed: n
		});
	}
	#i(e) {
		this.#e = e;
		for (let t of this.#t) t(e);
	}
};
function Ga(e) {
	return e.savedAt === void 0 ? 0 : Ka(e.history, e.savedAt);
}
function Ka(e, t) {
	let { value: n, past: r } = e;
	if (n === t) return 0;
	let i = r.findIndex((e) => e.value === t);
	return i < 0 ? Math.max(1, r.length) : r.length - i;
}
function qa(e) {
	let { solve: t, incident: n, scenario: r, staffing: i, relief: a, simulator: o } = e;
	return [
		t,
		n.running,
		r.running,
		r.preparing,
		i.running,
		a.running,
		o.running
	].some((e) => e !== void 0);
}
// commands/context.ts
function Ja(e, t) {
	e.store.set({ said: t });
}
function Ya(e, t) {
	let { store: n } = e;
	if (e.gone.aborted) return;
	if (t instanceof Ua) {
		n.set({
			busy: void 0,
			notice: {
				tone: "note",
				text: O.empty.readonly,
				undo: !1,
				retry: !1
			},
			said: O.empty.readonly
		});
		return;
	}
	if (t instanceof dt) {
		let r = O.engine.refused[t.code](t.detail);
		n.set({
			busy: void 0,
			blocked: r,
			said: O.engine.blocked(r)
		}), e.told.failed(`engine.${t.code}`, O.engine.blocked(r));
		return;
	}
	if (t instanceof lt) {
		n.set({
			busy: void 0,
			solve: void 0,
			notice: {
				tone: "bad",
				text: O.engine.lost,
				undo: !1,
				retry: !0
			},
			said: O.engine.lost
		}), e.told.failed("engine.lost", O.engine.lost);
		return;
	}
	let r = t instanceof ct ? oi(t.message) : O.failed;
	t instanceof ct || console.error(t), n.set({
		busy: void 0,
		notice: {
			tone: "bad",
			text: O.data.failed(r),
			undo: !1,
			retry: !1
		},
		said: r
	}), e.told.failed(t instanceof ct ? t.code : "page", r);
}
async function Xa(e, t) {
	try {
		await t();
	} catch (t) {
		Ya(e, t);
	}
}
// keep/bytes.ts
function Za(e) {
	let t = "";
	for (let n = 0; n < e.length; n += 32768) t += String.fromCharCode(...e.subarray(n, n + 32768));
	return btoa(t);
}
function Qa(e) {
	let t = atob(e), n = new Uint8Array(t.length);
	for (let e = 0; e < t.length; e += 1) n[e] = t.charCodeAt(e);
	return n;
}
function $a(e) {
	return [
		137,
		82,
		87,
		83
	].every((t, n) => e[n] === t);
}
// keep/device.ts
var eo = class extends Error {
	constructor(e) {
		super(e), this.name = "DeviceError", this.fault = e;
	}
}, to = ["slot0", "slot1"], no = ["note0", "note1"], ro = class {
	#e;
	#t;
	#n = 0;
	constructor(e, t) {
		this.#e = e, this.#t = t;
	}
	async saves() {
		let e = await this.#r(), t = [];
		for (let n of [e, io(e)]) {
			let e = await this.#e.get(to[n]);
			e && e.length > 0 && t.push(e);
		}
		return t;
	}
	async notes() {
		let e = [];
		for (let t of no) {
			let n = await this.#e.get(t);
			n && n.length > 0 && e.push(n);
		}
		return e;
	}
	async save(e) {
		let t = io(await this.#r());
		await this.#e.put(to[t], e);
		let n = await this.#e.get(to[t]);
		if (!n || !ao(n, e)) throw Error("the copy on this device does not read back");
		await this.#t.revisionOf(n), await this.#e.put("head", Uint8Array.of(t));
	}
	async note(e) {
		await this.#e.put(no[this.#n], e), this.#n = io(this.#n);
	}
	async #r() {
		return +((await this.#e.get("head"))?.[0] === 1);
	}
};
function io(e) {
	return +(e === 0);
}
function ao(e, t) {
	return e.length === t.length && e.every((e, n) => e === t[n]);
}
// commands/analyze.ts
async function oo(e) {
	let { store: t } = e, n = t.state.open;
	if (!n) return;
	let r = await co(e, {}), i = t.state.base;
	if (t.state.open !== n || !i) return;
	t.set({ base: {
		...i,
		indicators: r
	} });
	let a = await co(e, { to: n.index.clinic.settings.as_of });
	t.state.open === n && t.set({ past: a });
}
async function so(e) {
	let { store: t, engine: n } = e, { open: r } = t.state, i = t.work.plan;
	if (!r || !i) return;
	if (i === r.published) {
		t.set({ shown: void 0 });
		return;
	}
	if (t.state.shown?.plan === i && t.state.shown.indicators) return;
	let { violations: a } = await n.call("check", { plan: i });
	if (t.work.plan !== i) return;
	t.set({ shown: {
		plan: i,
		violations: a,
		indicators: t.state.shown?.indicators
	} });
	let o = await co(e, { plan: i });
	t.work.plan === i && t.set({ shown: {
		plan: i,
		violations: a,
		indicators: o
	} });
}
async function co(e, t) {
	let { indicators: n, currency: r } = await e.engine.call("kpis", t);
	return n.map((e) => fo(e, r));
}
async function lo(e, { id: t, by: n, history: r }) {
	let { store: i, engine: a } = e, { open: o } = i.state;
	if (!o || n === void 0) {
		i.set({ split: void 0 });
		return;
	}
	let s = i.work.plan, c = {
		id: t,
		by: n,
		history: r,
		plan: s,
		cells: void 0
	};
	i.set({ split: c });
	let l = r ? { to: o.index.clinic.settings.as_of } : s && s !== o.published ? { plan: s } : {}, { breakdowns: u } = await a.call("kpis", {
		...l,
		ids: [t],
		by: n
	});
	i.state.split === c && i.set({ split: {
		...c,
		cells: u[0]?.cells ?? []
	} });
}
var uo = ["K12", "P2"];
function fo(e, t) {
	let n = e.figures?.map((e) => e.unit === "number" && Number.isInteger(e.value) ? {
		...e,
		text: C(e.value)
	} : e), r = e.value === void 0 ? e.text : e.unit === "money" ? qt(e.value, t) : uo.includes(e.id) ? C(e.value) : e.text;
	return {
		...e,
		text: r,
		...n ? { figures: n } : {}
	};
}
function po(e, t, n) {
	let r = new Set(e.map(mo));
	return t.filter((e) => e.sessions.includes(n) && !r.has(mo(e)));
}
function mo(e) {
	return [
		e.rule,
		e.resource?.kind,
		e.resource?.id,
		e.amount,
		...[...e.sessions].sort()
	].join("\n");
}
// commands/amend.ts
async function ho(e, t, n, r = {}) {
	let { store: i, engine: a } = e, { open: o } = i.state;
	o && !i.state.solve && (i.beforeChange(), await go(e, o, await a.call("amend", { actions: [...t] }), n, r));
}
async function go(e, t, { issues: n, summary: r }, i, a = {}, o = !1) {
	let { store: s, engine: c } = e, { clinic: l } = await c.call("document", {}), { plan: u, violations: d } = await c.call("published", {}), { base: f } = s.state;
	if (s.state.open !== t || !f) return;
	let p = Bi(l), m = u.hash === t.published.hash ? t.published : u, ee = {
		plan: m,
		stage: "current",
		before: void 0
	}, te = o || s.work.plan === t.published ? ee : {};
	s.act(i, {
		...te,
		...a,
		clinic: p
	}, {
		open: {
			...t,
			index: p,
			issues: n,
			summary: r,
			published: m
		},
		base: {
			...f,
			plan: m,
			violations: d
		},
		shown: void 0,
		insight: void 0,
		said: i,
		notice: {
			tone: "note",
			text: `${i}.`,
			undo: !0,
			retry: !1
		}
	}), await so(e);
}
async function _o(e) {
	let { store: t, engine: n } = e, { open: r } = t.state, i = t.work.clinic;
	if (!r || !i || i === r.index) return;
	let { issues: a, summary: o } = await n.call("open", { clinic: i.clinic });
	t.state.open === r && (t.set({ open: {
		...r,
		index: i,
		issues: a,
		summary: o
	} }), await vo(e));
}
async function vo(e) {
	let { store: t, engine: n } = e, { open: r } = t.state, { plan: i, violations: a } = await n.call("published", {}), { base: o } = t.state;
	if (t.state.open !== r || !r || !o) return;
	let s = [t.work.plan, r.published].find((e) => e?.hash === i.hash) ?? i;
	t.set({
		open: {
			...r,
			published: s
		},
		base: {
			...o,
			plan: s,
			violations: a
		},
		shown: void 0,
		insight: void 0
	}), await so(e);
}
// state/import.ts
var yo = {
	mapping: [],
	dates: void 0,
	decimal: void 0,
	profiles: []
};
function bo(e, t, n) {
	return {
		name: e,
		table: t.table,
		asks: t.columns.map((e) => [e.column]),
		columns: t.columns.map((e) => e.field ? {
			column: e.column,
			field: e.field
		} : { column: e.column }),
		...n.dates ? { dates: n.dates } : {},
		...n.decimal ? { decimal: n.decimal } : {},
		note: ""
	};
}
function xo(e) {
	let t = /* @__PURE__ */ new Map();
	for (let n of e) {
		let e = `${n.file}\n${n.table}`, r = t.get(e) ?? {
			file: n.file,
			table: n.table,
			columns: []
		};
		r.columns.push(n), t.set(e, r);
	}
	return [...t.values()];
}
function So(e) {
	let t = 0, n = 0;
	for (let r of e.counts) t += r.used, n += r.used + r.left_out;
	return {
		used: t,
		all: n
	};
}
function Co(e) {
	let t = {
		error: 0,
		warning: 1,
		note: 2
	};
	return e.map((e, t) => ({
		issue: e,
		at: t
	})).sort((e, n) => t[e.issue.severity] - t[n.issue.severity] || e.at - n.at).map(({ issue: e }) => e);
}
function wo(e) {
	let t = (e) => `"${(/^[=+\-@\t\r＝＋－＠]/.test(e) ? `'${e}` : e).replaceAll("\"", "\"\"")}"`;
	return e.map((e) => e.map(t).join(",")).join("\r\n") + "\r\n";
}
// state/report.ts
function To(e, t, n, r) {
	let i = e.changes.map((e, n) => ({
		...e,
		value: t.values[n] ?? e.value,
		low: null,
		high: null,
		ramp_months: t.ramps[n] ?? e.ramp_months
	}));
	return Eo({
		...e,
		changes: i
	}, n, r);
}
function Eo(e, t, n) {
	return e.changes.map((e) => {
		let r = Si(e.lever), i = t?.levers.find((e) => e.id === r), a = (e) => Mi(e, i), o = e.low ?? e.value, s = e.high ?? e.value;
		return {
			name: Do(e, n),
			value: a(e.value),
			range: o === s ? "" : O.scenarios.to(a(o), a(s)),
			months: O.report.from(e.start_month, e.ramp_months)
		};
	});
}
function Do({ lever: e }, t) {
	let n = Si(e), r = typeof e == "string" ? {} : Object.values(e)[0], i = (e) => typeof r[e] == "string" ? r[e] : void 0, a = i("discipline"), o = i("service");
	if (n === "hire" && a) return O.scenarios.hire(Xr(a));
	let s = o && (t.services.get(o)?.name ?? o);
	if (n === "telehealth" && s) return O.scenarios.telehealth(s);
	let c = k(O.scenarios.levers, n) ?? k(O.scenarios.controls, n)?.[0] ?? n.replaceAll("_", " "), l = [
		a && Xr(a),
		s,
		i("site"),
		i("clinician"),
		i("group")
	].filter(Boolean);
	return l.length > 0 ? `${c}: ${l.join(", ")}` : c;
}
function Oo(e) {
	return e.cases.find((e) => e.name === "likely") ?? e.cases[0];
}
function ko(e, t) {
	let n = t.map(({ name: e, report: t }) => ({
		name: e,
		report: t,
		saved: !0
	})), { report: r } = e;
	return r && !t.some((e) => e.report === r) ? [{
		name: O.scenarios.thisRun,
		report: r,
		saved: !1
	}, ...n] : n;
}
function Ao(e) {
	return e == null ? O.scenarios.paybackNever : e === 0 ? O.scenarios.paybackNone : O.scenarios.paybackMonth(e);
}
function jo(e) {
	return typeof e.roi == "number" ? E(e.roi) : O.scenarios.noCosts;
}
function Mo(e) {
	let [t] = e.internal_rates;
	return e.internal_rate === "invest" && t !== void 0 ? O.scenarios.aYear(E(t)) : k(O.scenarios.internalRates, e.internal_rate) ?? e.internal_rate;
}
function No(e, t) {
	let n = Oo(e);
	if (!n) return "";
	let { mean: r, p10: i, p90: a } = n.net_cents;
	return O.scenarios.finding(t(r), e.months, t(i), t(a), `${Math.round(e.chance_of_gain * 100)} %`);
}
function Po(e, t) {
	return e === "share" ? `${T(t * 100)} %` : `${T(t)}${e === "hours" ? " h" : ""}`;
}
function Fo(e, t) {
	return Jt(t, (t) => e === "share" ? O.scenarios.points(T(t * 100)) : Po(e, t));
}
// commands/bring.ts
async function Io(e, t) {
	let { store: n } = e, r = n.state.importing;
	if (!r) return;
	let { options: i } = r;
	switch (t.kind) {
		case "mode": return Lo(e, { mode: t.mode }), Wo(e);
		case "map": {
			let n = i.mapping.filter((e) => e.table !== t.table || e.column !== t.column), r = {
				table: t.table,
				column: t.column,
				...t.field ? { field: t.field } : {}
			};
			return Ho(e, {
				...i,
				mapping: [...n, r]
			});
		}
		case "read": return Ho(e, {
			...i,
			dates: t.dates,
			decimal: t.decimal
		});
		case "profile": return Ho(e, {
			...i,
			profiles: [...i.profiles, t.profile]
		});
		case "save_profile": {
			let n = xo(r.reply.columns).find((e) => e.file === t.file && e.table === t.table);
			n && await Ro(e, [bo(t.name, n, i)], t.name);
			return;
		}
		case "forget_profile": return n.act(O.data.forgotProfile(t.name), { profiles: n.work.profiles.filter((e) => e.name !== t.name) }), Ho(e, i);
		case "answer": return Lo(e, { answers: new Map(r.answers).set(t.id, t.yes) }), Wo(e);
		case "decide": return Lo(e, { decisions: new Map([...r.decisions, ...t.ids.map((e) => [e, t.take])]) }), Wo(e);
		case "add": return qo(e, r);
		case "accept": return Jo(e, r);
		case "report":
			r.merge && ms(e, r.merge.report.name, new Blob([r.merge.report.text], { type: "text/csv" }));
			return;
		case "change_list": return Yo(e, r, t.format);
	}
}
function Lo(e, t) {
	let { store: n } = e;
	n.state.importing && n.set({ importing: {
		...n.state.importing,
		...t
	} });
}
async function Ro(e, t, n) {
	let { store: r } = e, i = r.work.profiles.filter((e) => e.name !== n), a = O.data.savedProfile(n);
	r.act(a, { profiles: [...i, ...t] }, {
		said: a,
		notice: {
			tone: "good",
			text: `${a}.`,
			undo: !0,
			retry: !1
		}
	});
	let o = r.state.importing;
	o && await Ho(e, o.options);
}
function zo(e, t, n, r) {
	let { mapping: i, dates: a, decimal: o } = n;
	return {
		files: t,
		mapping: i,
		...a ? { dates: a } : {},
		...o ? { decimal: o } : {},
		profiles: [...e.store.work.profiles, ...n.profiles],
		preview: r
	};
}
async function Bo(e, t, n = [], r = !1) {
	let i = await Vo(e, t, n, yo), { used: a, all: o } = So(i);
	e.store.set({
		busy: void 0,
		importing: {
			names: t.slice(+!!r).map((e) => e.name),
			files: t,
			adds: r,
			issues: n,
			reply: i,
			options: yo,
			mode: "replace",
			merge: void 0,
			answers: /* @__PURE__ */ new Map(),
			reconcile: void 0,
			decisions: /* @__PURE__ */ new Map()
		},
		said: a === 0 ? O.data.unusable : O.data.understoodRows(a, o)
	});
}
async function Vo(e, t, n, r) {
	let i = await e.engine.call("import", zo(e, t, r, !0));
	return {
		...i,
		issues: [...n, ...i.issues]
	};
}
async function Ho(e, t) {
	let n = e.store.state.importing;
	if (!n) return;
	let r = await Vo(e, n.files, n.issues, t), { used: i, all: a } = So(r);
	Lo(e, {
		reply: r,
		options: t,
		answers: /* @__PURE__ */ new Map(),
		decisions: /* @__PURE__ */ new Map(),
		merge: void 0,
		reconcile: void 0
	}), e.store.set({ said: O.data.understoodRows(i, a) }), await Wo(e);
}
function Uo(e, t) {
	return zo(e, t.files, t.options, !1);
}
async function Wo(e) {
	let { store: t, engine: n } = e, r = t.state.importing;
	if (!r || r.mode === "replace") return;
	let i = zo(e, r.files, r.options, !0);
	if (r.mode === "add") {
		let a = await n.call("merge", {
			import: i,
			answers: Go(r)
		});
		t.state.importing?.answers === r.answers && Lo(e, { merge: a });
		return;
	}
	let { plan: a } = t.work, o = await n.call("reconcile", {
		import: i,
		...a ? { plan: a } : {},
		decisions: Ko(r)
	});
	t.state.importing?.decisions === r.decisions && Lo(e, { reconcile: o });
}
function Go(e) {
	let t = e.merge ? new Set([...e.merge.pairs, ...e.merge.groups].map((e) => e.id)) : void 0;
	return [...e.answers].filter(([e]) => t?.has(e)).map(([e, t]) => ({
		id: e,
		yes: t
	}));
}
function Ko(e) {
	return [...e.decisions].map(([e, t]) => ({
		id: e,
		take: t
	}));
}
async function qo(e, t) {
	let { store: n, engine: r } = e, { open: i } = n.state;
	if (!i || n.state.solve) return;
	n.set({ busy: O.data.reading });
	let a = zo(e, t.files, t.options, !1), o = await r.call("merge", {
		import: a,
		answers: Go(t),
		at: i.index.clinic.settings.as_of
	});
	if (n.set({ busy: void 0 }), !o.opened || !o.summary) return;
	let s = o.counts.reduce((e, t) => e + t.added + t.changed + t.seated, 0);
	n.set({ importing: void 0 }), await go(e, i, {
		issues: [...o.issues, ...o.clinic_issues],
		summary: o.summary
	}, O.merge.added(s), {}, !0);
}
async function Jo(e, t) {
	let { store: n, engine: r } = e, { open: i } = n.state;
	if (!i || n.state.solve) return;
	n.set({ busy: O.data.reading });
	let { plan: a } = n.work, o = zo(e, t.files, t.options, !1), s = await r.call("reconcile", {
		import: o,
		...a ? { plan: a } : {},
		decisions: Ko(t),
		accept: !0
	});
	if (n.set({ busy: void 0 }), !s.summary) return;
	n.set({ importing: void 0 });
	let c = O.reconcile.accepted(s.items.length);
	await go(e, i, {
		issues: [...s.issues, ...s.clinic_issues],
		summary: s.summary
	}, c, {}, !0);
}
async function Yo(e, t, n) {
	if (!t.reconcile) return;
	if (n === "csv") {
		ms(e, "change-list.csv", new Blob([t.reconcile.csv], { type: "text/csv" }));
		return;
	}
	let r = await e.engine.writeWorkbook({ tables: [t.reconcile.table] });
	ms(e, "change-list.xlsx", new Blob([r], { type: ts }));
}
// commands/open.ts
async function Xo(e, t) {
	e.store.set({ busy: O.loading }), await $o(e, await e.engine.call("sample", t), void 0), Zo(e, "open");
}
function Zo(e, t) {
	let { store: n, keeping: r } = e;
	r.keeper.end(), r.trail.drop(), Object.assign(r, {
		base: void 0,
		sealed: void 0,
		pending: void 0,
		proposed: void 0
	});
	let { keep: i } = n.state;
	n.setKeep({
		hasKey: !1,
		device: i.device === "on" ? "copy" : i.device,
		kept: void 0,
		log: void 0
	}), r.trail.add({
		action: t,
		after: n.work
	});
}
async function Qo(e, t, n) {
	e.store.set({ busy: O.data.reading }), await $o(e, await e.engine.call("open", { clinic: t }), n);
}
async function $o(e, t, n) {
	let { store: r, engine: i, keeping: a } = e;
	a.base = void 0;
	let { clinic: o } = await i.call("document", {}), s = await i.call("published", {}), c = Bi(o), l = n?.plan ?? s.plan, u = {
		...Va,
		profiles: r.work.profiles,
		...n,
		plan: l,
		clinic: c
	};
	r.set({
		busy: void 0,
		open: {
			index: c,
			summary: t.summary,
			issues: t.issues,
			published: s.plan
		},
		history: Tt(u),
		savedAt: u,
		base: {
			plan: s.plan,
			violations: s.violations,
			indicators: void 0
		},
		shown: void 0,
		solve: void 0,
		outcome: void 0,
		insight: void 0,
		importing: void 0,
		quality: pn,
		sheets: void 0,
		indicator: void 0,
		split: void 0,
		notice: void 0,
		past: void 0,
		attendance: ft,
		buffers: St,
		forecast: Xi,
		pilot: Qt,
		incident: Un,
		relief: $n,
		simulator: _a,
		triage: Da,
		workload: Ra,
		scenario: mi,
		staffing: ba,
		board: {
			...r.state.board,
			day: c.firstDay + +(c.days > 1),
			selected: void 0,
			panel: "problems",
			movedOnly: !1
		}
	}), await oo(e), await so(e);
}
// commands/files.ts
var es = 50331648, ts = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
async function ns(e, t) {
	let { store: n } = e;
	for (let n of t) if (n.size > 50331648) {
		as(e, O.data.tooLarge(n.name, Yt(es)));
		return;
	}
	n.set({
		busy: O.data.reading,
		view: "data",
		notice: void 0
	});
	try {
		await rs(e, t);
	} catch (n) {
		if (!(n instanceof DOMException)) throw n;
		as(e, O.data.unreadable(t.map((e) => e.name).join(", ")));
	}
}
async function rs(e, t) {
	let n = t.length === 1 ? t[0] : void 0;
	if (n && $a(new Uint8Array(await n.slice(0, 8).arrayBuffer()))) {
		await Ns(e, n.name, new Uint8Array(await n.arrayBuffer()), "file");
		return;
	}
	if (n && /\.(json|rosterwell)$/i.test(n.name) && await os(e, n)) return;
	let r = [], i = [], { open: a } = e.store.state, o = a !== void 0 && t.every((e) => /\.ics$/i.test(e.name));
	o && r.push({
		name: "clinic.json",
		text: JSON.stringify(a.index.clinic)
	});
	for (let n of t) r.push(await ls(e, n, i));
	await Bo(e, r, i, o);
}
async function is(e, { text: t, table: n }) {
	e.store.set({
		busy: O.data.reading,
		notice: void 0
	}), await Bo(e, [{
		name: O.data.pasted,
		table: n,
		text: t
	}]);
}
function as(e, t) {
	let n = O.data.failed(t);
	e.store.set({
		busy: void 0,
		said: n,
		notice: {
			tone: "bad",
			text: n,
			undo: !1,
			retry: !1
		}
	});
}
async function os(e, t) {
	let n = await t.text();
	if (ss(n)) return !1;
	let r;
	try {
		r = JSON.parse(n);
	} catch {
		return as(e, O.data.notJson(t.name)), !0;
	}
	if (typeof r != "object" || !r || !("format" in r)) return !1;
	let i = String(r.format);
	if (i.startsWith("rosterwell-save/")) {
		let t = (await e.keeping.keeper.call("save_read", { text: n })).document;
		await cs(e, t.clinic, Dn(t));
	} else if (i.startsWith("rosterwell-clinic/")) await cs(e, r, void 0);
	else return !1;
	return e.store.set({
		view: "schedule",
		notice: {
			tone: "good",
			text: O.data.openedFile(t.name),
			undo: !1,
			retry: !1
		}
	}), Ja(e, O.data.openedFile(t.name)), !0;
}
function ss(e) {
	return /"resourceType"\s*:/.test(e.slice(0, 65536));
}
async function cs(e, t, n) {
	await Qo(e, t, n), Zo(e, "open");
}
async function ls(e, t, n) {
	let r = new Uint8Array(await t.arrayBuffer());
	if (r[0] === 80 && r[1] === 75) {
		let i = await e.engine.readWorkbook(r);
		return n.push(...i.issues.map((e) => e.table ? e : {
			...e,
			table: t.name
		})), {
			name: t.name,
			tables: i.tables
		};
	}
	return {
		name: t.name,
		base64: Za(r)
	};
}
async function us(e, t) {
	let { store: n, engine: r } = e, i = n.state.importing;
	if (!i) return;
	if (!t) {
		n.set({ importing: void 0 });
		return;
	}
	n.set({ busy: O.data.reading });
	let a = await r.call("import", Uo(e, i));
	if (!a.opened || !a.summary) {
		as(e, O.data.nothingUsed);
		return;
	}
	let { used: o } = So(a);
	await $o(e, {
		issues: [...i.reply.issues, ...a.clinic_issues],
		summary: a.summary
	}, void 0), Zo(e, "import"), n.set({
		notice: {
			tone: "good",
			text: O.data.imported(o),
			undo: !1,
			retry: !1
		},
		said: O.data.imported(o)
	});
}
async function ds(e, { what: t, format: n }) {
	let r = e.store.state.importing;
	if (t === "issues" && r) {
		let t = Co(r.reply.issues).map((e) => [
			e.severity,
			e.table,
			e.row ?? "",
			e.id ?? "",
			e.field ?? "",
			e.cause,
			e.action,
			e.code
		].map(String));
		ms(e, "issues.csv", new Blob([wo([[
			"severity",
			"table",
			"row",
			"id",
			"field",
			"cause",
			"action",
			"code"
		], ...t])], { type: "text/csv" }));
	} else if (t !== "issues") for (let { name: r, blob: i } of await fs(e, t, n)) ms(e, r, i);
}
async function fs({ store: e, engine: t }, n, r) {
	let i = e.work.plan, a = await t.call("export", {
		what: n,
		format: r === "xlsx" ? "tables" : r,
		...n === "plan" && i ? { plan: i } : {}
	}), o = a.files.map((e) => ({
		name: e.name,
		blob: new Blob([e.text], { type: "text/plain" })
	}));
	if (!a.tables) return o;
	let s = await t.writeWorkbook(a.tables);
	return [{
		name: `${n}.xlsx`,
		blob: new Blob([s], { type: ts })
	}, ...o];
}
async function ps(e) {
	let { store: t, engine: n } = e, { open: r, scenario: i } = t.state, a = ko(i, t.work.scenarios).map(({ name: e, report: t }) => ({
		name: e,
		report: t
	}));
	if (!r || a.length === 0) return;
	let { settings: o } = r.index.clinic, s = await n.writeScenarios({
		clinic: r.summary.name,
		synthetic: r.summary.synthetic,
		currency: o.currency,
		scenarios: a
	});
	ms(e, O.scenarios.workbookName, new Blob([s], { type: ts }));
}
function ms(e, t, n) {
	hs(e, t, n), e.keeping.trail.add({
		action: "export",
		object: t,
		after: e.store.work
	});
	let r = O.data.exported(t);
	e.store.set({
		notice: {
			tone: "good",
			text: r,
			undo: !1,
			retry: !1
		},
		said: r
	});
}
function hs(e, n, r) {
	if (!e.told.leaving({
		name: n,
		blob: r
	})) return;
	let i = URL.createObjectURL(r), a = t.createElement("a");
	a.href = i, a.download = n, a.click(), setTimeout(() => URL.revokeObjectURL(i), 6e4);
}
function gs({ store: e }, t) {
	let n = e.state.open?.summary;
	return `${_s(n?.name ?? "")}-week-${n?.horizon_start ?? ""}.${t}`;
}
function _s(e) {
	return e.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 40) || "clinic";
}
// state/sample.ts
var vs = {
	kind: "addiction_treatment",
	clinicians: 24,
	seed: 1
}, ys = 5e3;
async function bs({ store: e, engine: t }) {
	await t.start(async () => {
		let n = e.state.open;
		n && await t.callNow("open", { clinic: n.index.clinic });
	});
}
async function xs(e) {
	let { store: t } = e;
	t.state.open && (t.state.keep.hasKey ? await Ss(e) : t.setKeep({
		dialog: {
			kind: "choose",
			purpose: "lock"
		},
		error: void 0
	}));
}
async function Ss(e) {
	let { store: t, keeping: n } = e, r = Ga(t.state);
	t.setKeep({
		cover: "curtain",
		dialog: void 0,
		soon: !1
	});
	let { envelope: i, bytes: a, base: o } = await As(e, "lock");
	t.state.keep.device === "on" && await Hs(e, a, o);
	let { device: s, kept: c, otherTab: l, settings: u } = t.state.keep;
	Cs(e, {
		...Sn,
		cover: "locked",
		device: s,
		kept: c,
		otherTab: l,
		settings: u
	}), n.sealed = {
		envelope: i,
		source: "lock",
		unsaved: r
	};
}
function Cs(e, t) {
	let { store: n, engine: r, team: i, keeping: a } = e, { theme: o, requests: s, formats: c, readonly: l, privacy: u, portal: d } = n.state;
	n.set({
		...Ha,
		theme: o,
		requests: s,
		formats: c,
		readonly: l,
		privacy: u,
		portal: d,
		keep: t
	}), a.keeper.end(), a.trail.drop(), Object.assign(a, {
		base: void 0,
		sealed: void 0,
		pending: void 0,
		proposed: void 0,
		noted: void 0
	}), i.end(), r.end();
}
async function ws(e) {
	let { store: t, keeping: n } = e;
	await Ks(e);
	let { device: r } = t.state.keep;
	Cs(e, {
		...Sn,
		device: r
	}), await bs(e), await Xo(e, vs), n.trail.add({ action: "wipe" }), t.set({
		notice: {
			tone: "good",
			text: O.keep.wiped,
			undo: !1,
			retry: !1
		},
		said: O.keep.wiped
	});
}
function Ts({ open: e, keep: t }) {
	return e !== void 0 && t.cover === void 0 && (t.hasKey || !e.summary.synthetic);
}
function Es() {
	return {
		wall: Date.now(),
		steady: performance.now()
	};
}
function Ds(e) {
	let { store: n } = e, r = {
		lastDeed: Es(),
		lastLook: Es(),
		hiddenSince: void 0
	}, i = () => {
		r = {
			...r,
			lastDeed: Es()
		}, n.state.keep.soon && n.setKeep({ soon: !1 });
	}, a = () => {
		Xa(e, async () => {
			n.state.keep.hasKey ? await Ss(e) : n.setKeep({
				cover: "curtain",
				dialog: void 0,
				soon: !1
			});
		});
	}, o = () => {
		let e = Es(), t = bn(r, e, n.state.keep.settings.lockMinutes);
		r = {
			...r,
			lastLook: e
		}, Ts(n.state) && (t === "lock" ? a() : t === "warn" && !n.state.keep.soon && n.setKeep({ soon: !0 }));
	}, s = () => {
		let e = t.visibilityState === "hidden";
		e || o(), r = {
			...r,
			hiddenSince: e ? Es() : void 0
		}, e && setTimeout(o, _n);
	}, c = () => {
		Ts(n.state) && a();
	}, { gone: l } = e;
	for (let e of [
		"pointerdown",
		"keydown",
		"wheel",
		"touchstart"
	]) t.addEventListener(e, i, {
		capture: !0,
		passive: !0,
		signal: l
	});
	t.addEventListener("visibilitychange", s, { signal: l }), t.addEventListener("freeze", c, { signal: l });
	let u = setInterval(o, ys);
	l.addEventListener("abort", () => clearInterval(u), { once: !0 });
}
// commands/save.ts
async function Os(e) {
	let { store: t } = e;
	if (!t.state.open) return;
	if (!t.state.keep.hasKey) {
		t.setKeep({
			dialog: {
				kind: "choose",
				purpose: "save"
			},
			error: void 0
		});
		return;
	}
	let { bytes: n, base: r } = await As(e, "save"), i = gs(e, "rosterwell");
	hs(e, i, new Blob([n], { type: "application/octet-stream" }));
	let a = O.savedSealed(i);
	t.set({
		savedAt: r.work,
		notice: {
			tone: "good",
			text: a,
			undo: !1,
			retry: !1
		},
		said: a
	}), t.state.keep.device === "on" ? await Hs(e, n, r) : e.keeping.base = r;
}
function ks(e) {
	let { store: t, keeping: n } = e, { open: r, keep: i } = t.state;
	if (!r) return;
	let a = Cn(r.index.clinic, t.work, i.settings, (/* @__PURE__ */ new Date()).toISOString()), o = gs(e, "rosterwell.json");
	n.trail.add({
		action: "export",
		object: "unencrypted save",
		after: t.work
	}), hs(e, o, new Blob([JSON.stringify(a)], { type: "application/json" }));
	let s = O.saved(o);
	t.setKeep({
		dialog: void 0,
		error: void 0
	}), t.set({
		savedAt: t.work,
		notice: {
			tone: "good",
			text: s,
			undo: !1,
			retry: !1
		},
		said: s
	});
}
async function As(e, t) {
	let { store: n, keeping: r } = e, { open: i, keep: a } = n.state, o = n.work;
	if (!i) throw Error("nothing is open");
	r.trail.add({
		action: t,
		after: o
	}), await r.trail.flush();
	let s = JSON.stringify(Cn(i.index.clinic, o, a.settings, (/* @__PURE__ */ new Date()).toISOString()));
	try {
		let { envelope: e, revision: n } = await r.keeper.call("vault_seal", {
			document: s,
			occasion: t,
			after: r.base?.revision ?? 0
		});
		return {
			bytes: Qa(e),
			envelope: e,
			base: {
				revision: n,
				work: o
			}
		};
	} catch (e) {
		throw e instanceof ct && e.code === "save.locked" && n.setKeep({ hasKey: !1 }), e;
	}
}
async function js(e, t, n) {
	let { store: r, keeping: i } = e;
	await Ls(e, () => i.keeper.call("vault_create", { passphrase: n.normalize("NFKC") })) && (r.setKeep({
		hasKey: !0,
		dialog: void 0
	}), t === "save" ? await Os(e) : t === "device" ? await Vs(e) : await xs(e));
}
async function Ms(e, t, n) {
	let { store: r, keeping: i } = e, a = {
		old: t.normalize("NFKC"),
		new: n.normalize("NFKC")
	};
	await Ls(e, () => i.keeper.call("vault_rewrap", a)) && (r.setKeep({ dialog: void 0 }), r.set({
		notice: {
			tone: "good",
			text: O.keep.changed,
			undo: !1,
			retry: !1
		},
		said: O.keep.changed
	}), r.state.keep.device === "on" && await Vs(e));
}
async function Ns(e, t, n, r) {
	let { store: i, keeping: a } = e, o = Za(n);
	await a.keeper.call("vault_check", { envelope: o }), a.sealed = {
		envelope: o,
		source: r,
		unsaved: 0
	}, i.set({ busy: void 0 }), i.setKeep({
		dialog: {
			kind: "open",
			source: r,
			name: t
		},
		error: void 0
	});
}
async function Ps(e, t) {
	let { store: n, keeping: r } = e, { sealed: i } = r;
	if (!i) return;
	let a = {
		envelope: i.envelope,
		passphrase: t.normalize("NFKC")
	}, o = await Ls(e, () => r.keeper.call("vault_open", a));
	if (!o) return;
	let s = o.document;
	r.sealed = void 0, r.trail.drop(), i.source === "lock" && await bs(e), await Qo(e, s.clinic, Dn(s)), r.base = {
		revision: o.revision,
		work: n.work
	}, r.trail.add({
		action: i.source === "lock" ? "unlock" : "open",
		after: n.work
	});
	let c = n.state.keep.device === "on";
	n.setKeep({
		hasKey: !0,
		dialog: void 0,
		cover: void 0,
		settings: An(s.settings),
		device: i.source === "device" ? "on" : c && i.source === "file" ? "copy" : n.state.keep.device
	}), i.unsaved > 0 && n.set({ savedAt: Va });
	let l = o.log?.fault, u = l ? O.keep.logBroken(l.entry) : void 0;
	n.set({
		view: "schedule",
		notice: u ? {
			tone: "bad",
			text: u,
			undo: !1,
			retry: !1
		} : void 0,
		said: u ?? O.keep.opened(O.app)
	}), i.source === "device" && await Fs(e, s, o.revision);
}
async function Fs(e, t, n) {
	let { store: r, keeping: i } = e, a;
	for (let e of await i.slots?.notes() ?? []) try {
		let t = await i.keeper.call("vault_recall", { envelope: Za(e) }), r = JSON.parse(t.text);
		r.base === n && t.revision > (a?.revision ?? 0) && (a = {
			note: r,
			revision: t.revision
		});
	} catch (e) {
		if (!(e instanceof ct) && !(e instanceof SyntaxError)) throw e;
	}
	if (!a || a.note.changes === 0) return;
	let { changes: o, at: s } = a.note;
	i.pending = {
		saved: t,
		note: a.note
	}, r.setKeep({ dialog: {
		kind: "restore",
		changes: o,
		at: s
	} });
}
async function Is(e, t) {
	let { store: n, keeping: r } = e, { pending: i } = r;
	if (r.pending = void 0, n.setKeep({ dialog: void 0 }), !t || !i) return;
	let { open: a } = n.state;
	if (!a) return;
	let o = En(i.saved, i.note), s = O.keep.restored(i.note.changes), c = i.note.work.clinic ? Bi(i.note.work.clinic) : n.work.clinic;
	n.act(s, {
		plan: a.published,
		stage: "current",
		...Dn(o),
		clinic: c
	}, {
		said: s,
		notice: {
			tone: "note",
			text: `${s}.`,
			undo: !0,
			retry: !1
		}
	}), await _o(e), await so(e);
}
async function Ls(e, t) {
	let { store: n } = e;
	n.setKeep({
		working: !0,
		error: void 0
	});
	try {
		let e = await t();
		return n.setKeep({ working: !1 }), e;
	} catch (e) {
		if (!(e instanceof ct)) throw n.setKeep({
			working: !1,
			dialog: void 0
		}), e;
		n.setKeep({
			working: !1,
			error: `${oi(e.message)}.`
		});
		return;
	}
}
// commands/device.ts
var Rs = 2e3;
async function zs(e) {
	let { store: t, keeping: n } = e, r = await e.home.device?.(() => {
		t.state.keep.device === "on" && Gs(e, new eo("changed"));
	});
	if (n.device = r, !r) t.setKeep({ device: "denied" });
	else {
		n.slots = new ro(r, { revisionOf: async (e) => (await n.keeper.call("vault_test", { envelope: Za(e) })).revision });
		try {
			let i = await n.slots.saves();
			if (t.setKeep({
				device: i.length > 0 ? "copy" : "none",
				otherTab: r.writer === !1
			}), i.length === 0) return;
			r.writer === !1 ? Gs(e, new eo("busy")) : await Bs(e);
		} catch (e) {
			if (!(e instanceof eo)) throw e;
			t.setKeep({ device: "denied" });
		}
	}
}
async function Bs(e) {
	let { store: t, keeping: n } = e, r = await n.slots?.saves() ?? [];
	for (let [n, i] of r.entries()) try {
		await Ns(e, O.keep.openDevice, i, "device"), n > 0 && t.set({ notice: {
			tone: "warn",
			text: O.keep.damagedSlot,
			undo: !1,
			retry: !1
		} });
		return;
	} catch (e) {
		if (n === r.length - 1) throw e;
	}
}
async function Vs(e) {
	let { store: t } = e;
	if (!t.state.open) return;
	if (!t.state.keep.hasKey) {
		t.setKeep({
			dialog: {
				kind: "choose",
				purpose: "device"
			},
			error: void 0
		});
		return;
	}
	let { bytes: n, base: r } = await As(e, "save");
	await Hs(e, n, r) && t.setKeep({ device: "on" });
}
async function Hs(e, t, n) {
	let { store: r, keeping: i } = e;
	try {
		if (!i.slots) throw new eo("denied");
		return await i.slots.save(t), i.base = n, i.noted = n.work, r.setKeep({
			kept: {
				at: (/* @__PURE__ */ new Date()).toISOString(),
				bytes: t.length
			},
			otherTab: !1
		}), !0;
	} catch (t) {
		return Gs(e, t), !1;
	}
}
function Us(e) {
	e.store.listen(() => {
		let { store: t, keeping: n } = e;
		t.state.keep.device === "on" && n.base && t.work !== (n.noted ?? n.base.work) && (n.noted = t.work, clearTimeout(n.noting), n.noting = setTimeout(() => void Ws(e), Rs));
	}, e.gone), t.addEventListener("visibilitychange", () => {
		t.visibilityState === "hidden" && Ws(e);
	}, { signal: e.gone });
}
async function Ws(e) {
	let { store: t, keeping: n } = e, { base: r, slots: i } = n;
	if (clearTimeout(n.noting), n.noting = void 0, t.state.keep.device !== "on" || !r || !i || !t.state.open) return;
	let a = t.work, o = Tn(r, {
		work: a,
		changes: Ka(t.state.history, r.work),
		at: (/* @__PURE__ */ new Date()).toISOString()
	});
	try {
		let { envelope: e } = await n.keeper.call("vault_keep", { text: JSON.stringify(o) }), a = Qa(e);
		if (n.base !== r) return;
		await i.note(a), t.setKeep({
			kept: {
				at: o.at,
				bytes: a.length
			},
			otherTab: !1
		});
	} catch (t) {
		Gs(e, t);
	}
}
function Gs(e, t) {
	let { store: n } = e, r = t instanceof eo ? t.fault : "failed", i = O.keep.notKept[r];
	n.setKeep({
		otherTab: r === "busy" || r === "changed",
		...r === "denied" ? { device: "denied" } : {}
	}), n.set({
		notice: {
			tone: "warn",
			text: i,
			undo: !1,
			retry: !1
		},
		said: i
	});
}
async function Ks(e) {
	await Xa(e, async () => {
		try {
			await e.keeping.device?.wipe(), e.store.setKeep({
				device: "none",
				kept: void 0,
				otherTab: !1
			});
		} catch (t) {
			Gs(e, t);
		}
	});
}
// words/es-US/engine/ahead.ts
var qs = [
	["forecasts need {} full weeks of history, here are {}; the mean of what came is held", "los pronósticos necesitan {} semanas completas de historial y aquí hay {}; se mantiene la media de lo que llegó"],
	["every forecast is the mean of exponential smoothing, Theta and, from two years of history on, seasonal decomposition; the bands come from what the same forecast missed by in the past, all services together", "cada pronóstico es la media del suavizamiento exponencial, Theta y, desde dos años de historial, la descomposición estacional; las bandas salen de cuánto se equivocó antes el mismo pronóstico, con todos los servicios juntos"],
	["the running week is forecast too but not shown: the first week shown is the next full one", "la semana en curso también se pronostica pero no se muestra: la primera semana mostrada es la próxima completa"],
	["on {} public holidays of each site's history {} {} were wanted where {} are usual: such a day counts {} % of a usual one", "en {} feriados del historial de cada sede se desearon {} {} donde lo habitual son {}: un día así cuenta {} % de uno habitual"],
	["on {} days on which a site was closed of each site's history {} {} were wanted where {} are usual: such a day counts {} % of a usual one", "en {} días de cierre del historial de cada sede se desearon {} {} donde lo habitual son {}: un día así cuenta {} % de uno habitual"],
	["forecasts need {} full weeks of referrals or visits; there are {}", "los pronósticos necesitan {} semanas completas de referidos o visitas; hay {}"],
	["{} of {} series are too short for a forecast: their mean is held, without a band", "{} de {} series son muy cortas para un pronóstico: se mantiene su media, sin banda"],
	["{} of {} forecasts rest on less than two years: they know no season of the year", "{} de {} pronósticos se apoyan en menos de dos años: no conocen la estación del año"],
	["the history allows to try {} weeks ahead at most: beyond that the bands are widened by rule, not by experience", "el historial permite probar a lo sumo {} semanas adelante: más allá, las bandas se amplían por regla, no por experiencia"],
	["{} home visits have no recorded way: their hours count without it", "{} visitas a domicilio no tienen camino registrado: sus horas cuentan sin él"],
	["the history is too short to try the forecast on its own past ({} {}s)", "el historial es muy corto para probar el pronóstico con su propio pasado ({} semanas)"],
	["at {} earlier {} it missed by {} on average, {} % better than repeating the last {}; {}", "en {} momentos anteriores se equivocó por {2} en promedio, {3} % mejor que repetir la última semana; {5}"],
	["at {} earlier {} it missed by {} on average, {} % worse than repeating the last {}; {}", "en {} momentos anteriores se equivocó por {2} en promedio, {3} % peor que repetir la última semana; {5}"],
	["at {} earlier {} it missed by {} on average, no better than repeating the last {}; {}", "en {} momentos anteriores se equivocó por {2} en promedio, no mejor que repetir la última semana; {4}"],
	["at {} earlier {} it missed by {} on average, {} % better than repeating the same {} of the last season; {}", "en {} momentos anteriores se equivocó por {2} en promedio, {3} % mejor que repetir la misma semana del año anterior; {5}"],
	["at {} earlier {} it missed by {} on average, {} % worse than repeating the same {} of the last season; {}", "en {} momentos anteriores se equivocó por {2} en promedio, {3} % peor que repetir la misma semana del año anterior; {5}"],
	["at {} earlier {} it missed by {} on average, {}; {}", "en {} momentos anteriores se equivocó por {2} en promedio; {4}"],
	["whether the band holds what it promises could not be tried", "no se pudo probar si la banda cumple lo que promete"],
	["the 80 % band held {} of {} values ({} %)", "la banda del 80 % contuvo {} de {} valores ({} %)"],
	["mean of exponential smoothing, Theta and seasonal decomposition on {}", "media de suavizamiento exponencial, Theta y descomposición estacional con {}"],
	["mean of exponential smoothing and Theta on {} weeks, fewer than two seasons of {}: no season is assumed", "media de suavizamiento exponencial y Theta con {} semanas, menos de dos años de {}: no se supone estación"],
	["mean of exponential smoothing and Theta on {} weeks, fewer than two seasons of {}: no season is assumed; one change of level was evened out", "media de suavizamiento exponencial y Theta con {} semanas, menos de dos años de {}: no se supone estación; se emparejó un cambio de nivel"],
	["mean of exponential smoothing and Theta on {} weeks, fewer than two seasons of {}: no season is assumed; {} changes of level were evened out", "media de suavizamiento exponencial y Theta con {} semanas, menos de dos años de {}: no se supone estación; se emparejaron {} cambios de nivel"],
	["mean of exponential smoothing and Theta on {}", "media de suavizamiento exponencial y Theta con {}"],
	["no demand for `{}` is on record", "no hay demanda registrada de `{}`"],
	["the {} weeks take {} to {} hours of `{}` (8 cases in 10), {} in the middle case; there are {}: they suffice in {} of 100 cases", "las {} semanas exigen de {} a {} horas de `{}` (8 de cada 10 casos), {} en el caso medio; hay {}: alcanzan en {} de 100 casos"],
	["the hours suffice with {} % in every single week", "las horas alcanzan con {} % en cada semana"],
	["to suffice with {} %, {} of {} weeks need more hours than there are, up to {} in a week ({} full-time equivalents of {} hours with patients)", "para alcanzar con {} %, {} de {} semanas necesitan más horas de las que hay, hasta {} en una semana ({} equivalentes de tiempo completo de {} horas con pacientes)"],
	["nobody in particular has to give this: its hours are not counted against any discipline", "nadie en particular tiene que darlo: sus horas no se cuentan contra ninguna disciplina"],
	["{} contract hours a week, less {} % leave and sickness, less {} % meetings and training of the rest (by its time sheets) = {} hours; known leave counts where it is more", "{} horas de contrato por semana, menos {} % de licencias y enfermedad, menos {} % de reuniones y capacitación del resto (según sus hojas de tiempo) = {} horas; las licencias conocidas cuentan donde son más"],
	["{} contract hours a week, less {} % leave and sickness, less {} % meetings and training of the rest (assumed, there are no time sheets) = {} hours; known leave counts where it is more", "{} horas de contrato por semana, menos {} % de licencias y enfermedad, menos {} % de reuniones y capacitación del resto (supuesto, no hay hojas de tiempo) = {} horas; las licencias conocidas cuentan donde son más"],
	["{} hours a week between contracts and weekly maxima x {} % at work = {}; {} an hour x {}", "{} horas por semana entre contratos y máximos semanales x {} % en el trabajo = {}; {} por hora x {}"],
	["{} hours with patients in the worst week / {} % of the time at work = {} hours paid; {} an hour x {}; {} weeks to find", "{} horas con pacientes en la peor semana / {} % del tiempo en el trabajo = {} horas pagadas; {} por hora x {}; {} semanas para encontrar"],
	["{} hours / {} hours with patients a full-time week = {} full-time equivalents; {} days to fill a position: not before week {}; {} hours x {} x {} a week each", "{} horas / {} horas con pacientes por semana completa = {} equivalentes de tiempo completo; {} días para cubrir un puesto: no antes de la semana {}; {} horas x {} x {} por semana cada uno"],
	["{} home visits a week of services that may be given by video, to the {} % of patients who can, x {} minutes on the way = {} hours; a session by video takes as long as one in a room", "{} visitas a domicilio por semana de servicios que admiten video, al {} % de pacientes que pueden, x {} minutos de camino = {} horas; una sesión por video dura lo mismo que en una sala"],
	["no home visits that may be given by video are on record; in a clinic video saves no clinician's time", "no hay registradas visitas a domicilio que admitan video; en una clínica el video no ahorra tiempo de clínicos"],
	["{} seats a week left empty below target in {} groups that run anyway, at most {} % of {} single sessions = {} x {} hours; whether a group will do is a clinical decision", "{} cupos vacíos por semana bajo la meta en {} grupos que se reúnen de todos modos, a lo sumo {} % de {} sesiones individuales = {} x {} horas; si un grupo sirve es una decisión clínica"],
	["no groups with seats left below their target, or no single sessions", "no hay grupos con cupos bajo su meta, o no hay sesiones individuales"],
	["sessions", "sesiones"],
	["referrals", "referidos"]
], Js = [
	["rate at which later months count less in the net present value", "tasa con la que los meses posteriores cuentan menos en el valor presente neto"],
	["benefits and payroll tax on top of contract pay", "beneficios e impuestos sobre la nómina además del salario del contrato"],
	["pay of an hour above the overtime threshold", "pago de una hora por encima del límite de horas extra"],
	["reimbursed per mile driven", "reembolso por milla recorrida"],
	["cost of an agency hour against an employed one, benefits not added", "costo de una hora de agencia frente a una de empleado, sin sumar beneficios"],
	["time to fill a position", "tiempo para cubrir un puesto"],
	["the same when it goes well", "lo mismo cuando va bien"],
	["the same when it goes badly", "lo mismo cuando va mal"],
	["spent once per full-time hire", "gasto único por contratación de tiempo completo"],
	["spent once per person who leaves: search, cover, training", "gasto único por persona que se va: búsqueda, cobertura, capacitación"],
	["people who leave, when the clinic has no records of departures", "personas que se van, si la clínica no tiene registro de salidas"],
	["hours spent on the schedule, when the clinic has no record of them", "horas dedicadas a la agenda, si la clínica no tiene registro"],
	["pay of an hour of scheduling", "pago de una hora de programación"],
	["cost of one readmission to the payer", "costo de una readmisión para el pagador"],
	["part of an avoided readmission that the payer passes on", "parte de una readmisión evitada que el pagador traslada"],
	["no-shows in addiction treatment before own records count", "ausencias en tratamiento de adicciones antes de que cuenten los registros propios"],
	["no-shows in outpatient rehabilitation before own records count", "ausencias en rehabilitación ambulatoria antes de que cuenten los registros propios"],
	["no-shows at home visits before own records count", "ausencias en visitas a domicilio antes de que cuenten los registros propios"],
	["late cancellations before own records count", "cancelaciones tardías antes de que cuenten los registros propios"],
	["own appointments that weigh as much as the prior", "citas propias que pesan tanto como el valor previo"],
	["clinician-days lost to sickness, when the clinic has no record of them", "días de clínico perdidos por enfermedad, si la clínica no tiene registro"],
	["how far the changes succeed or fail together", "cuánto aciertan o fallan juntos los cambios"],
	["appointments", "citas"],
	["share of pay", "parte del salario"],
	["share of yearly pay", "parte del salario anual"],
	["a year", "al año"],
	["share a year", "parte al año"],
	["hours a week", "horas por semana"],
	["times", "veces"],
	["share", "parte"],
	["days", "días"],
	["hours", "horas"],
	["choice", "decisión nuestra"],
	["choice within CTAC, NSI25", "decisión nuestra dentro de CTAC, NSI25"],
	["claim in circulation", "afirmación en circulación"],
	["choice; hopeful end: claim in circulation", "decisión nuestra; extremo esperanzado: afirmación en circulación"],
	["choice; attendance falls with every day of waiting: FEST, STAS", "decisión nuestra; la asistencia baja con cada día de espera: FEST, STAS"],
	["choice; notes after hours and burnout: KLAS, MICEK", "decisión nuestra; notas fuera de horario y agotamiento: KLAS, MICEK"],
	["choice; short breaks: ALBU", "decisión nuestra; pausas cortas: ALBU"],
	["choice; overtime, turnover and burnout: BAE, STIM", "decisión nuestra; horas extra, rotación y agotamiento: BAE, STIM"],
	["rules and a search make the schedule: fewer hours on it, less overtime, fuller days", "reglas y una búsqueda hacen la agenda: menos horas en ella, menos horas extra, días más llenos"],
	["staff and time follow the demand to come: posts are filled sooner, less overtime", "el personal y el tiempo siguen la demanda que viene: los puestos se cubren antes, menos horas extra"],
	["the urgent are seen sooner, time is kept free for them, ways are shorter", "lo urgente se atiende antes, se le deja tiempo libre, los caminos son más cortos"],
	["visits move to video where patient, clinician and service can", "las visitas pasan a video donde paciente, clínico y servicio pueden"],
	["time for notes, breaks and supervision, no more overtime than half of today's room", "tiempo para notas, pausas y supervisión; no más horas extra que la mitad del margen de hoy"],
	["Clinician utilization, delivered", "Uso del tiempo de clínicos, atendido"],
	["Clinician utilization, booked", "Uso del tiempo de clínicos, con cita"],
	["Overtime hours a week", "Horas extra por semana"],
	["Sessions delivered a week", "Sesiones atendidas por semana"],
	["Sessions not placed a week", "Sesiones sin ubicar por semana"],
	["Mandated sessions not placed a week", "Sesiones obligatorias sin ubicar por semana"],
	["People, full-time equivalents", "Personas, equivalentes de tiempo completo"],
	["Delivered billable minutes of bookable minutes [K14].", "Minutos facturables atendidos de los disponibles [K14]."],
	["Booked billable minutes of bookable minutes [K14].", "Minutos facturables con cita de los disponibles [K14]."],
	["Hours worked above the legal threshold, per week [K7].", "Horas trabajadas por encima del límite legal, por semana [K7]."],
	["Completed patient sessions and group seats, per week.", "Sesiones de pacientes y cupos de grupo realizados, por semana."],
	["Wanted patient sessions and group seats without a place, per week.", "Sesiones de pacientes y cupos de grupo deseados y sin lugar, por semana."],
	["Of these, demanded by clinical rules.", "De estas, exigidas por reglas clínicas."],
	["Contract hours a week over 40, agency staff included.", "Horas de contrato por semana entre 40, con personal de agencia."],
	["going ahead is better in all {} draws: no measurement would change that", "seguir adelante es mejor en las {} muestras: ninguna medición lo cambiaría"],
	["going ahead is not better in any of the {} draws: no measurement would change that", "seguir adelante no es mejor en ninguna de las {} muestras: ninguna medición lo cambiaría"],
	["knowing everything before deciding would be worth {} on average; knowing {} alone, {} (standard error {}): measure it in the pilot first", "saberlo todo antes de decidir valdría {} en promedio; saber solo {}, {} (error estándar {}): mídalo primero en el piloto"],
	["knowing everything before deciding would be worth {} on average; no single input stands out of chance in {} draws: run more draws before choosing what to measure", "saberlo todo antes de decidir valdría {} en promedio; ningún supuesto sobresale del azar en {} muestras: corra más muestras antes de elegir qué medir"],
	["{} full weeks of visits are on record, fewer than {}: demand is held at today's orders, give or take {} % (standard error)", "hay {} semanas completas de visitas registradas, menos de {}: la demanda se mantiene en las órdenes de hoy, más o menos {} % (error estándar)"],
	["demand repeats the same season of the clinic's last year ({} weeks on record); no trend is assumed", "la demanda repite la misma estación del último año de la clínica ({} semanas registradas); no se supone tendencia"],
	["demand is drawn from the clinic's own {} weeks in blocks of {}; they show no season of the year, and no trend is assumed", "la demanda se sortea de las {} semanas propias de la clínica en bloques de {}; no muestran la estación del año, y no se supone tendencia"],
	["no-show rate {} % and late cancellations {} % from {} own appointments, shrunk to {} % and {} %", "tasa de ausencias {} % y cancelaciones tardías {} % de {} citas propias, acercadas a {} % y {} %"],
	["the net benefit of the likely case is known to {} % of itself, not to the {} % that a decision should rest on: more replications narrow that", "el beneficio neto del caso probable se conoce con {} % de sí mismo, no con el {} % en que debería apoyarse una decisión: más corridas lo afinan"],
	["these change as claimed, no plan confirms it: {}", "estos cambian como se afirma, ningún plan lo confirma: {}"],
	["the planned week stands for all weeks: its leave, absences and authorizations return every week", "la semana planificada representa a todas: sus licencias, ausencias y autorizaciones se repiten cada semana"],
	["base and scenario are both planned by the optimizer; today's own schedule is not the base", "la base y el escenario los planifica el optimizador; la agenda de hoy no es la base"],
	["a sick clinician's sessions are lost, nobody stands in; early cancellations are taken as refilled", "las sesiones de un clínico enfermo se pierden, nadie lo reemplaza; las cancelaciones tempranas se dan por cubiertas"],
	["freed minutes count only when they hold more delivered sessions, or when overtime or people fall", "los minutos liberados cuentan solo si caben más sesiones atendidas, o si bajan las horas extra o las personas"],
	["no {} are on record: the change counts 0", "no hay {} registrados: el cambio cuenta 0"],
	["one week is planned, the one with which the horizon begins, at one level of demand: weeks with more demand need more", "se planifica una semana, la primera del horizonte, con un nivel de demanda: semanas con más demanda necesitan más"],
	["the smallest staffing is smallest by the plans that were found: one step fewer in any one discipline was planned too and misses a target, another mix of disciplines may do as well", "la dotación mínima lo es según los planes encontrados: también se planificó un paso menos en cada disciplina y no cumple una meta; otra mezcla de disciplinas puede servir igual"],
	["where more people bring nothing, rooms, seats, opening hours or rules bind: `explain` says which for each session", "donde más personas no aportan nada, limitan salas, cupos, horarios o reglas: la explicación de cada sesión dice cuál"],
	["people are added to those of today; whether fewer than today would do is not looked for", "se agregan personas a las de hoy; no se busca si bastarían menos"],
	["new people work like the fullest contract of their discipline; what finding them costs is not in the yearly cost", "las personas nuevas trabajan como el contrato más completo de su disciplina; lo que cuesta encontrarlas no está en el costo anual"],
	["no-shows and sick calls are not lived through: shares are of what is planned", "no se viven ausencias ni licencias por enfermedad: las partes son de lo planificado"]
], Ys = [
	["clinician utilization 21 to 38 % higher, booked", "uso del tiempo de clínicos 21 a 38 % mayor, con cita"],
	["clinician utilization 21 to 38 % higher, delivered", "uso del tiempo de clínicos 21 a 38 % mayor, atendido"],
	["clinician utilization 85 to 90 %, booked", "uso del tiempo de clínicos de 85 a 90 %, con cita"],
	["clinician utilization 85 to 90 %, delivered", "uso del tiempo de clínicos de 85 a 90 %, atendido"],
	["room use 25 to 35 % higher", "uso de salas 25 a 35 % mayor"],
	["attendance 20 to 25 % higher", "asistencia 20 a 25 % mayor"],
	["conflicts down by 85 %", "85 % menos conflictos"],
	["late changes down by 85 %", "85 % menos cambios tardíos"],
	["late changes for 2.25 to 3 % of patients a week", "cambios tardíos para 2.25 a 3 % de los pacientes por semana"],
	["emergencies placed within 30 minutes, nine in ten", "nueve de cada diez emergencias ubicadas en 30 minutos"],
	["95 % of sessions authorized", "95 % de las sesiones autorizadas"],
	["travel down by 15 %", "15 % menos viajes"],
	["scheduling work 15-20 to 2-3 hours a week", "programación de 15-20 a 2-3 horas por semana"],
	["how long people take to schedule is in no data; a pilot can measure K20", "cuánto tarda la gente en programar no está en ningún dato; un piloto puede medir K20"],
	["placement 45-60 to 10-15 minutes", "dar una cita, de 45-60 a 10-15 minutos"],
	["a call is answered at once by every policy; a pilot can measure K21", "toda forma responde una llamada al instante; un piloto puede medir K21"],
	["family participation 30 to 40 % higher", "participación de la familia 30 a 40 % mayor"],
	["who of a family comes is not drawn; a pilot can measure K22", "no se sortea quién viene de una familia; un piloto puede medir K22"],
	["in-person visits down by 30 %", "30 % menos visitas en persona"],
	["how many visits may be by video is a clinical choice, not one of scheduling", "cuántas visitas pueden ser por video es una decisión clínica, no de programación"],
	["return in 3 to 18 months", "se recupera en 3 a 18 meses"],
	["money needs prices and a start: scenario reckons it", "el dinero necesita precios y un inicio: lo calcula el escenario"],
	["money needs prices and a start: `scenario` reckons it", "el dinero necesita precios y un inicio: lo calcula el escenario"],
	["there is nothing to change", "no hay nada que cambiar"],
	["the indicator is not followed", "no se sigue el indicador"],
	["the figure exists in fewer than half of the runs", "la cifra existe en menos de la mitad de las corridas"],
	["at least {} is promised", "se promete al menos {}"],
	["at most {} is promised", "se promete a lo sumo {}"],
	["better by {} % of the promised change; at least {} is promised", "mejor en {} % del cambio prometido; se promete al menos {}"],
	["better by {} % of the promised change; at most {} is promised", "mejor en {} % del cambio prometido; se promete a lo sumo {}"],
	["better, but at least {} is promised", "mejor, pero se promete al menos {}"],
	["better, but at most {} is promised", "mejor, pero se promete a lo sumo {}"],
	["not better beyond chance; at least {} is promised", "no mejor más allá del azar; se promete al menos {}"],
	["not better beyond chance; at most {} is promised", "no mejor más allá del azar; se promete a lo sumo {}"],
	["{} takes {} of all time booked, when {} of what is booked is delivered", "{} exige ocupar {} de todo el tiempo, si se atiende {} de lo que tiene cita"],
	["{}, but only {} of what is booked is delivered, even with all time booked", "{}, pero solo se atiende {} de lo que tiene cita, aun con todo el tiempo ocupado"],
	["{}, more than there is", "{}, más de lo que hay"],
	["{} clinicians, seeds 1 to {}, {} steps for a published week and {} for a repair, {} CPU s in all", "{} clínicos, semillas 1 a {}, {} pasos para una semana publicada y {} para una reparación, {} s de CPU en total"],
	["home health", "salud en el hogar"],
	["addiction treatment", "tratamiento de adicciones"],
	["outpatient rehabilitation", "rehabilitación ambulatoria"],
	["{}, as published", "{}, como se publicó"],
	["{}, as lived", "{}, como se vivió"],
	["Time to first visit: within 48 h", "Tiempo hasta la primera visita: en 48 h"],
	["{}: made by patients", "{}: hechos por pacientes"],
	["Workload-strain index: {}", "Índice de exigencia: {}"],
	["the clinic's history", "el historial de la clínica"],
	["our assumption", "supuesto nuestro"],
	["the request", "el pedido"],
	["visits missed without notice", "visitas perdidas sin aviso"],
	["visits called off late", "visitas canceladas tarde"],
	["visits called off in time", "visitas canceladas a tiempo"],
	["emergencies a week", "emergencias por semana"],
	["referrals a week", "referidos por semana"],
	["clinician-days lost to sickness", "días de clínico perdidos por enfermedad"],
	["room-days closed", "días de sala cerrada"],
	["sessions that run over", "sesiones que se alargan"]
], Xs = [
	["the pilot is too small for its primary measure: if nothing is found, a difference of up to {} cannot be excluded", "el piloto es muy pequeño para su medida principal: si no se encuentra nada, no se puede descartar una diferencia de hasta {}"],
	["before and after alone is weak evidence: seasons, staff, payers and patients change too; an arm that goes on as always would tell", "solo antes y después es evidencia débil: también cambian estaciones, personal, pagadores y pacientes; un brazo que sigue como siempre lo diría"],
	["arms that were not drawn may have taken different ways anyhow: compare their weeks before the pilot first", "brazos no sorteados pueden haber seguido caminos distintos de todos modos: compare primero sus semanas anteriores al piloto"],
	["with fewer than 6 units in each arm one unusual clinician decides; intervals are wide for good reason", "con menos de 6 unidades por brazo decide un clínico fuera de lo común; los intervalos son anchos con razón"],
	["bounds for looks hold for many units; with few they are somewhat too narrow early on", "los límites de las lecturas valen para muchas unidades; con pocas son algo estrechos al principio"],
	["arms drawn at random: differences beyond chance come from the new way", "brazos sorteados al azar: las diferencias más allá del azar vienen de la forma nueva"],
	["arms not drawn: the difference is that of the new way only if both arms would have changed alike", "brazos no sorteados: la diferencia es la de la forma nueva solo si ambos habrían cambiado igual"],
	["weak evidence: whatever else changed since then is in the difference as well", "evidencia débil: lo que además cambió desde entonces también está en la diferencia"],
	["the planned analysis needs at least two units in each arm whose values differ", "el análisis planificado necesita al menos dos unidades por brazo con valores distintos"],
	["no difference can be told: new less usual {}, {} % interval {} to {}", "no se distingue una diferencia: nueva menos habitual {}, intervalo del {} % de {} a {}"],
	["no difference can be told after {} of {} weeks: new less usual {}, {} % interval {} to {}", "no se distingue una diferencia tras {} de {} semanas: nueva menos habitual {}, intervalo del {} % de {} a {}"],
	["this cannot exclude {}", "esto no puede descartar {}"],
	["no effect at all", "ningún efecto"],
	["a harm of up to {}", "un daño de hasta {}"],
	["a gain of up to {}, which would be worth having", "una mejora de hasta {}, que valdría la pena"],
	["a gain of up to {}, less than would be worth having", "una mejora de hasta {}, menos de lo que valdría la pena"],
	["no hash from before the start: nobody can tell whether the measures were chosen afterwards", "no hay hash anterior al inicio: nadie puede saber si las medidas se eligieron después"],
	["this look was not planned: the bound allows for it, but decide by the planned ones or by the interval that holds at any time", "esta lectura no estaba planificada: el límite lo admite, pero decida con las planificadas o con el intervalo que vale en cualquier momento"],
	["with {} units in each arm and {} observations of each, a difference of {} is found {} times in 100; the smallest found {} times in 100 is {}; that is enough", "con {} unidades por brazo y {} observaciones de cada una, una diferencia de {} se encuentra {} de cada 100 veces; la menor que se encuentra {} de cada 100 veces es {}; es suficiente"]
], Zs = [
	["suicide risk rated high (3 of 0-3) by the clinic's own instrument", "riesgo de suicidio alto (3 de 0-3) según el instrumento de la clínica"],
	["suicide risk rated moderate by the clinic's own instrument", "riesgo de suicidio moderado según el instrumento de la clínica"],
	["suicide risk rated moderate or high", "riesgo de suicidio moderado o alto"],
	["thoughts of self-harm in the PHQ-9, item 9", "ideas de autolesión en el PHQ-9, pregunta 9"],
	["NEWS2 of 7 or more", "NEWS2 de 7 o más"],
	["NEWS2 of 5 or 6", "NEWS2 de 5 o 6"],
	["3 points in a single part of NEWS2", "3 puntos en una sola parte del NEWS2"],
	["COWS of 25 or more: moderately severe opioid withdrawal", "COWS de 25 o más: abstinencia de opioides moderadamente grave"],
	["COWS of 13 to 24: moderate opioid withdrawal", "COWS de 13 a 24: abstinencia de opioides moderada"],
	["CIWA-Ar of 16 or more: severe alcohol withdrawal", "CIWA-Ar de 16 o más: abstinencia de alcohol grave"],
	["overdose in the last 14 days", "sobredosis en los últimos 14 días"],
	["pregnant and waiting for an intake", "embarazada y en espera de admisión"],
	["injects drugs and waits for an intake", "usa drogas inyectables y espera la admisión"],
	["referred as an emergency", "referido como emergencia"],
	["home-health start of care: initial visit within 48 hours", "inicio de salud en el hogar: visita inicial en 48 horas"],
	["intake: attendance falls with every day of waiting", "admisión: la asistencia baja con cada día de espera"],
	["in withdrawal management", "en manejo de la abstinencia"],
	["left an inpatient stay in the last 7 days", "salió de una hospitalización en los últimos 7 días"],
	["left an inpatient stay 8 to 30 days ago", "salió de una hospitalización hace 8 a 30 días"],
	["in an intensive level of care", "en un nivel de atención intensivo"],
	["in active care", "en atención activa"],
	["in continuing care", "en atención continua"],
	["pregnant: preference in admission", "embarazada: preferencia en la admisión"],
	["in outpatient care or being assessed", "en atención ambulatoria o en evaluación"],
	["intensive outpatient or home health", "ambulatorio intensivo o salud en el hogar"],
	["missed two or more visits in 60 days", "perdió dos o más visitas en 60 días"],
	["in care for two weeks at most", "en atención desde hace dos semanas a lo sumo"],
	["two or more unplanned inpatient stays in 180 days", "dos o más hospitalizaciones no planificadas en 180 días"],
	["our choice", "decisión nuestra"],
	["GAD-7: released by Pfizer in 2010 without copyright restriction and free of charge; no items shipped", "GAD-7: publicado por Pfizer en 2010 sin restricción de derechos de autor y sin costo; no se incluyen preguntas"],
	["a formula of four or seven numbers, published; its text is not reproduced", "una fórmula publicada de cuatro o siete números; su texto no se reproduce"],
	["45 CFR 96.131(a): pregnant and injecting first, then pregnant, then injecting, then all others; points: our choice", "45 CFR 96.131(a): primero embarazadas que se inyectan, luego embarazadas, luego quienes se inyectan, luego los demás; puntos: decisión nuestra"],
	["GAD-7 of 15 or more: severe", "GAD-7 de 15 o más: grave"],
	["HOSPITAL score of 7 or more: high risk of readmission", "puntaje HOSPITAL de 7 o más: alto riesgo de readmisión"],
	["LACE of 10 or more: high risk of readmission", "LACE de 10 o más: alto riesgo de readmisión"],
	["NEWS2 of 5 or more: see in person", "NEWS2 de 5 o más: ver en persona"],
	["PHQ-9 of 15 to 19: moderately severe", "PHQ-9 de 15 a 19: moderadamente grave"],
	["PHQ-9 of 20 or more: severe", "PHQ-9 de 20 o más: grave"],
	["PHQ-9 worse by 5 points or more", "PHQ-9 peor en 5 puntos o más"],
	["fell in the last {} days", "se cayó en los últimos {} días"],
	["gained 2 kg or more within a week", "subió 2 kg o más en una semana"],
	["in partial hospitalization", "en hospitalización parcial"],
	["in residential care", "en atención residencial"],
	["injects drugs: preference in admission", "usa drogas inyectables: preferencia en la admisión"],
	["level of care with cover around the clock", "nivel de atención con cobertura las 24 horas"],
	["missed two or more visits in 60 days: reach out sooner", "perdió dos o más visitas en 60 días: comunicarse antes"],
	["overdose in the last 30 days", "sobredosis en los últimos 30 días"],
	["oxygen saturation below 92 %", "saturación de oxígeno por debajo de 92 %"],
	["systolic blood pressure of 180 or more", "presión sistólica de 180 o más"],
	["walks 30 m less than before", "camina 30 m menos que antes"],
	["{}; points: our choice", "{}; puntos: decisión nuestra"],
	["{}; rule: our choice", "{}; regla: decisión nuestra"],
	["{}; use for the way of meeting: our choice", "{}; uso para la modalidad: decisión nuestra"],
	["Royal College of Physicians 2017, National Early Warning Score 2", "Royal College of Physicians 2017, National Early Warning Score 2"],
	["42 CFR 484.55", "42 CFR 484.55"],
	["the clinic enters the result only", "la clínica ingresa solo el resultado"],
	["may be copied and used clinically, says the article; no items shipped", "se puede copiar y usar en la clínica, dice el artículo; no se incluyen preguntas"],
	["not copyrighted, may be reproduced freely; no items shipped", "sin derechos de autor, se puede reproducir libremente; no se incluyen preguntas"],
	["PHQ-9: released by Pfizer in 2010 without copyright restriction and free of charge; no items shipped", "PHQ-9: publicado por Pfizer en 2010 sin restricción de derechos de autor y sin costo; no se incluyen preguntas"],
	["Royal College of Physicians: free to reproduce with acknowledgement, chart unaltered; the chart is not reproduced", "Royal College of Physicians: se puede reproducir con reconocimiento y sin alterar la tabla; la tabla no se reproduce"],
	["our choice; instrument: Kroenke 2001, J Gen Intern Med 16:606", "decisión nuestra; instrumento: Kroenke 2001, J Gen Intern Med 16:606"],
	["Wesson and Ling 2003, J Psychoactive Drugs 35:253 (25 to 36 moderately severe, above 36 severe); tier: our choice", "Wesson y Ling 2003, J Psychoactive Drugs 35:253 (25 a 36 moderadamente grave, más de 36 grave); nivel: decisión nuestra"],
	["instrument: Sullivan 1989, Br J Addict 84:1353, which gives no bands; severe from 16 is common use, and authors differ; tier: our choice", "instrumento: Sullivan 1989, Br J Addict 84:1353, que no da bandas; grave desde 16 es uso común, y los autores difieren; nivel: decisión nuestra"],
	["42 U.S.C. 300x-27(b)(2)(B) and 45 CFR 96.131: preference in admission, interim services within 48 hours; binds programs that get the block grant", "42 U.S.C. 300x-27(b)(2)(B) y 45 CFR 96.131: preferencia en la admisión, servicios provisionales en 48 horas; obliga a programas que reciben la subvención"],
	["42 U.S.C. 300x-23(a)(2) and 45 CFR 96.126(b): admitted within 14 days, or interim services within 48 hours; binds programs that get the block grant", "42 U.S.C. 300x-23(a)(2) y 45 CFR 96.126(b): admisión en 14 días, o servicios provisionales en 48 horas; obliga a programas que reciben la subvención"],
	["Festinger 2002, Addict Behav 27:131; Stasiewicz and Stalker 1999", "Festinger 2002, Addict Behav 27:131; Stasiewicz y Stalker 1999"],
	["it knows what is in the tables and nothing else: what nobody recorded is shown as missing, never as zero", "conoce lo que está en las tablas y nada más: lo que nadie registró se muestra como faltante, nunca como cero"],
	["tiers, points and weights are choices of the clinic; shipped ones are a beginning, not a validated instrument", "niveles, puntos y pesos son decisión de la clínica; los incluidos son un comienzo, no un instrumento validado"],
	["a published score is weak on its own: NEWS2 was made for wards, not for referrals to a clinic", "un puntaje publicado dice poco por sí solo: el NEWS2 se hizo para salas de hospital, no para referidos a una clínica"],
	["the times suppose that requests are recorded when they are made", "los tiempos suponen que los pedidos se registran cuando se hacen"],
	["it supports planning; it is no clinical advice, and whoever is in danger needs a person now", "apoya la planificación; no es consejo clínico, y quien está en peligro necesita a una persona ahora"]
], Qs = [
	["days from booking to visit", "días desde que se dio la cita"],
	["day of the week", "día de la semana"],
	["time of day", "hora del día"],
	["how it takes place", "modalidad"],
	["kind of session", "tipo de sesión"],
	["visits before the booking", "visitas antes de dar la cita"],
	["share missed before the booking", "parte perdida antes de dar la cita"],
	["way from home", "distancia desde casa"],
	["how it was booked", "cómo se dio la cita"],
	["as agreed first", "como se acordó primero"],
	["moved", "movida"],
	["same day", "el mismo día"],
	["{n} days or more", "{} días o más"],
	["not recorded", "sin registrar"],
	["service", "servicio"],
	["site", "sede"],
	["discipline", "disciplina"],
	["no earlier visit", "sin visitas anteriores"],
	["no way: video or telephone", "sin viaje: video o teléfono"],
	["at the patient's home", "en casa del paciente"],
	["in person", "en persona"],
	["video", "video"],
	["telephone", "teléfono"],
	["individual", "individual"],
	["group", "grupo"],
	["family", "familia"],
	["evaluation", "evaluación"],
	["Monday", "lunes"],
	["Tuesday", "martes"],
	["Wednesday", "miércoles"],
	["Thursday", "jueves"],
	["Friday", "viernes"],
	["Saturday", "sábado"],
	["Sunday", "domingo"],
	["none", "ninguna"],
	["before {n}", "antes de las {}"],
	["{n} to {n}", "{} a {}"],
	["under {n} km", "menos de {} km"],
	["over {n} km", "más de {} km"],
	["{n} or later", "{} o más tarde"],
	["{n} or more", "{} o más"],
	["more than {n}", "más de {}"],
	["it was booked more than a week ahead; visits booked 2 to 3 days ahead are missed less", "se dio con más de una semana de anticipación; las visitas dadas 2 o 3 días antes se pierden menos"],
	["patient and service allow video", "el paciente y el servicio permiten video"],
	["the way from home is longer than 5 km", "el camino desde casa supera 5 km"],
	["missing it is likelier than usual; a call finds out what is in the way", "es más probable de lo habitual que se pierda; una llamada averigua qué lo impide"],
	["there is no history of it: nothing is predicted", "no hay historial: no se predice nada"],
	["too little history for a model ({}): the clinic's rate by service is used", "muy poco historial para un modelo ({}): se usa la tasa de la clínica por servicio"],
	["on the latest {} visits, which it had not seen, the model is better than the clinic's rate by service and is used: of two visits it tells the right one apart {} times in 100, the rate {} times; predicted and observed differ by {} points on average", "en las últimas {} visitas, que no había visto, el modelo es mejor que la tasa de la clínica por servicio y se usa: de dos visitas distingue la correcta {} de cada 100 veces, la tasa {} veces; lo previsto y lo observado difieren en {} puntos en promedio"],
	["on the latest {} visits, which it had not seen, the model is worse than the clinic's rate by service, which is used instead: of two visits it tells the right one apart {} times in 100, the rate {} times; predicted and observed differ by {} points on average", "en las últimas {} visitas, que no había visto, el modelo es peor que la tasa de la clínica por servicio, que se usa en su lugar: de dos visitas distingue la correcta {} de cada 100 veces, la tasa {} veces; lo previsto y lo observado difieren en {} puntos en promedio"],
	["on the latest {} visits, which it had not seen, the model is not clearly better than the clinic's rate by service, which is used instead: of two visits it tells the right one apart {} times in 100, the rate {} times; predicted and observed differ by {} points on average", "en las últimas {} visitas, que no había visto, el modelo no es claramente mejor que la tasa de la clínica por servicio, que se usa en su lugar: de dos visitas distingue la correcta {} de cada 100 veces, la tasa {} veces; lo previsto y lo observado difieren en {} puntos en promedio"],
	["no group that is shown has clearly more or fewer no-shows than predicted", "ninguno de los grupos mostrados tiene claramente más o menos ausencias de lo previsto"],
	["no-shows other than predicted: {}", "ausencias distintas de lo previsto: {}"],
	["it knows only what the tables hold: reminders, weather, transport, childcare and how someone feels are not in them", "solo sabe lo que contienen las tablas: recordatorios, clima, transporte, cuidado de niños y cómo se siente alguien no están en ellas"],
	["among visits booked ahead nobody predicts no-shows well (AUC about 0.60 on public data); use the numbers for sums and for whom to help first, not to decide about a person", "nadie predice bien las ausencias de visitas dadas con anticipación (AUC cerca de 0.60 en datos públicos); use las cifras para sumas y para saber a quién ayudar primero, no para decidir sobre una persona"],
	["what goes with missing a visit need not be its cause: the chance with a nearer slot or by video is that of other visits like it", "lo que acompaña a una visita perdida no tiene por qué ser su causa: la probabilidad con una cita más próxima o por video es la de otras visitas así"],
	["visits that are cancelled in time are left out: it tells what becomes of those that are not", "las visitas canceladas a tiempo quedan fuera: dice qué pasa con las que no lo son"],
	["patients are taken to come independently of each other; snow or a closed road keeps many away at once", "se supone que los pacientes vienen independientemente unos de otros; la nieve o un camino cerrado deja en casa a muchos a la vez"],
	["a patient is never overbooked by name: spare capacity is planned from sums", "nunca se sobrecita a un paciente por su nombre: el tiempo libre se planifica con sumas"]
], $s = [
	["hours above 40 a week", "horas por encima de 40 por semana"],
	["days above 10 hours", "días de más de 10 horas"],
	["after-hours documentation", "documentación fuera de horario"],
	["nights with less than 11 hours of rest", "noches con menos de 11 horas de descanso"],
	["days in a row above five", "más de cinco días seguidos"],
	["days with night work", "días con trabajo nocturno"],
	["sessions without a break between", "sesiones sin pausa entre ellas"],
	["high-acuity visits", "visitas de alta complejidad"],
	["sessions the clinic cancelled or moved at short notice", "sesiones que la clínica canceló o movió con poco aviso"],
	["caseload against its cap", "carga de casos frente a su tope"],
	["weekly overtime and turnover: 12 h or more OR 1.26 [BAE]", "horas extra semanales y rotación: 12 h o más OR 1.26 [BAE]"],
	["burnout against days of 8 to 9 h: 10 to 11 h OR 1.58, above 13 h OR 2.70 [STIM]; shifts of 12 h or more aOR 1.26 (Dall'Ora 2015, BMJ Open 5:e008331)", "agotamiento frente a días de 8 a 9 h: de 10 a 11 h OR 1.58, más de 13 h OR 2.70 [STIM]; turnos de 12 h o más aOR 1.26 (Dall'Ora 2015, BMJ Open 5:e008331)"],
	["up to 5 h a week aOR 2.43 for lower burnout [KLAS]; a small study found no link [MICEK]", "hasta 5 h por semana aOR 2.43 de menos agotamiento [KLAS]; un estudio pequeño no halló relación [MICEK]"],
	["an hour less sleep (Öster 2024, Scand J Work Environ Health 50:466); 11 h: Directive 2003/88/EC, art. 3", "una hora menos de sueño (Öster 2024, Scand J Work Environ Health 50:466); 11 h: Directiva 2003/88/CE, art. 3"],
	["a day of rest in seven: Directive 2003/88/EC, art. 5; weight: our choice", "un día de descanso de cada siete: Directiva 2003/88/CE, art. 5; peso: decisión nuestra"],
	["three hours between 23:00 and 06:00: Directive 2003/88/EC, art. 2; weight: our choice", "tres horas entre las 23:00 y las 06:00: Directiva 2003/88/CE, art. 2; peso: decisión nuestra"],
	["short breaks: vigor d = 0.36, fatigue d = 0.35 [ALBU]", "pausas cortas: vigor d = 0.36, fatiga d = 0.35 [ALBU]"],
	["no link in 1,107 counselors [JOHN], nor in 285 providers [GREEN]", "sin relación en 1,107 consejeros [JOHN] ni en 285 proveedores [GREEN]"],
	["it is what the schedule asks of people, not how they are: nobody's burnout can be told from a schedule (AUROC 0.595 in a study of 88 trainees, Lou 2022); ask people, and look at surveys beside it", "es lo que la agenda exige de las personas, no cómo están: una agenda no dice quién está agotado (AUROC 0.595 en un estudio de 88 residentes, Lou 2022); pregunte a las personas y mire también las encuestas"],
	["weights, bands and ranges are our choices with sources where there are some; published odds are of groups, hospital nurses most of all, not of a person", "pesos, bandas y rangos son decisión nuestra, con fuentes donde las hay; las razones publicadas son de grupos, sobre todo enfermería de hospital, no de una persona"],
	["parts that are not recorded are left out and named, so an index made of few parts says less", "las partes sin registrar se excluyen y se nombran, así que un índice de pocas partes dice menos"],
	["it is meant for relieving people; used to judge them it would soon measure what they write down", "es para aliviar a las personas; si se usara para juzgarlas, pronto mediría lo que anotan"],
	["weeks are not independent of each other, so steady rises are told somewhat too often", "las semanas no son independientes entre sí, así que se avisan subidas constantes algo de más"],
	["surveys are shown as they were answered, by instrument, and hidden where few answered; cut-offs are marked unverified in the rules until somebody has checked them", "las encuestas se muestran como se respondieron, por instrumento, y se ocultan donde pocos respondieron; los cortes figuran sin verificar en las reglas hasta que alguien los compruebe"]
], ec = [
	["it knows who was recorded: whoever was turned away, or squeezed in without a note, is not in it", "conoce a quien se registró: a quien se rechazó, o se atendió sin anotarlo, no"],
	["it is a number of minutes of the whole clinic on a day; whether somebody of the right discipline is free at the right moment is told by `disciplines` and `parts`, and decided by the plan", "es un número de minutos de toda la clínica en un día; si alguien de la disciplina adecuada está libre en el momento justo lo dicen las disciplinas y las partes, y lo decide el plan"],
	["it is a number of minutes of the whole clinic on a day; whether somebody of the right discipline is free at the right moment is told by disciplines and parts, and decided by the plan", "es un número de minutos de toda la clínica en un día; si alguien de la disciplina adecuada está libre en el momento justo lo dicen las disciplinas y las partes, y lo decide el plan"],
	["arrivals of a day are taken to be alike from week to week; a new referrer or an outbreak is not foreseen", "se supone que las llegadas de un día se parecen de una semana a otra; no se prevé quién refiera por primera vez ni un brote"],
	["what becomes free is taken to become free independently, and the share that can be used is a guess of the request; whoever is ill takes time away, which is not in it", "se supone que lo que se libera se libera por separado, y la parte que se puede usar es una conjetura de quien pregunta; quien se enferma quita tiempo, y eso no está incluido"],
	["notes are written at any time of the day and are not taken off what is free", "las notas se escriben a cualquier hora y no se descuentan de lo libre"],
	["the plan pays for every minute booked beyond, but a session that counts more is still placed there", "el plan paga por cada minuto ocupado de más, pero una sesión más importante se ubica allí de todos modos"],
	["{} days with work and {} unplanned arrivals are known; at least {} and {} are needed, and at most {} a day: record emergencies and walk-ins with the moment of the request", "se conocen {} días de trabajo y {} llegadas sin cita; se necesitan al menos {} y {}, y a lo sumo {} al día: registre emergencias y llegadas sin cita con el momento del pedido"],
	["enough with a chance of {} %, from {} weeks of unplanned arrivals", "alcanza con una probabilidad de {} %, según {} semanas de llegadas sin cita"]
], tc = [
	["Visits per clinician per day", "Visitas por clínico al día"],
	["Travel time share", "Parte del tiempo en viajes"],
	["Time to first visit", "Tiempo hasta la primera visita"],
	["Documentation per visit", "Documentación por visita"],
	["Functional gain", "Mejora funcional"],
	["Turnover", "Rotación de personal"],
	["Overtime hours", "Horas extra"],
	["Overtime cost", "Costo de las horas extra"],
	["Visit completion", "Visitas realizadas"],
	["No-show rate", "Tasa de ausencias sin aviso"],
	["Attendance", "Asistencia"],
	["Conflicts per week", "Conflictos por semana"],
	["Late-change rate", "Tasa de cambios tardíos"],
	["Clinician utilization", "Uso del tiempo de clínicos"],
	["Billable hours per FTE-week", "Horas facturables por semana de FTE"],
	["Room utilization", "Uso de las salas"],
	["Fragmented idle", "Tiempo perdido en huecos"],
	["Authorized share", "Sesiones autorizadas"],
	["Service-hour compliance", "Cumplimiento de horas de servicio"],
	["Scheduling staff time", "Tiempo de personal para programar"],
	["Placement time", "Tiempo hasta dar una cita"],
	["Family participation", "Participación de la familia"],
	["Emergency placement", "Atención de emergencias"],
	["Direct-care share", "Parte en atención directa"],
	["Workload-strain index", "Índice de exigencia"],
	["Staff recommendation (eNPS)", "Recomendación del personal (eNPS)"],
	["Readmission", "Readmisiones"],
	["Time to goal", "Tiempo hasta la meta"],
	["Continuity of clinician", "Continuidad del clínico"],
	["Patient satisfaction", "Satisfacción de pacientes"],
	["Mileage cost", "Costo del millaje"],
	["Return", "Rendimiento"],
	["Acuity balance", "Equilibrio de complejidad"],
	["Share at risk of low-use payment", "Parte en riesgo de pago por bajo uso"],
	["Points per day", "Puntos por día"],
	["Third next available", "Tercera cita disponible"],
	["Group fill", "Ocupación de grupos"],
	["Fairness of burdens", "Reparto justo de cargas"],
	["Forecast error", "Error del pronóstico"],
	["Prediction calibration", "Calibración de las predicciones"],
	["Sessions in conflict", "Sesiones en conflicto"],
	["Not placed", "Sin ubicar"],
	["Mandated hours not placed", "Horas obligatorias sin ubicar"],
	["Not placed: hours", "Sin ubicar: horas"]
], nc = [
	["history", "el historial"],
	["plan", "un plan"],
	["history or plan", "el historial o un plan"],
	["a scenario", "un escenario"],
	["a forecast", "un pronóstico"],
	["predictions", "predicciones"],
	["our definition", "definición nuestra"],
	["our definition; found by the independent checker", "definición nuestra; lo encuentra el verificador independiente"],
	["our definition, as in staff surveys [BEHAVE], [HCS]", "definición nuestra, como en encuestas de personal [BEHAVE], [HCS]"],
	["as in [MOLF], [PTNS]", "como en [MOLF], [PTNS]"],
	["How many visits a clinician completes on a day at work.", "Cuántas visitas completa un clínico en un día de trabajo."],
	["completed visits, once for each clinician who took part (a plan: booked visits)", "visitas realizadas, una vez por cada clínico que participó (en un plan: visitas con cita)"],
	["clinician-days with at least one visit or 240 paid minutes without leave", "días de clínico con al menos una visita o 240 minutos pagados sin licencia"],
	["A joint visit counts for each clinician; a group is one visit; cover of a place is none.", "Una visita conjunta cuenta para cada clínico; un grupo es una visita; cubrir un puesto no es ninguna."],
	["The share of paid time spent on the way.", "La parte del tiempo pagado que se pasa en camino."],
	["minutes on the way between sites and visits", "minutos en camino entre sedes y visitas"],
	["paid minutes", "minutos pagados"],
	["The way to the first and from the last place counts only where it is paid. Estimates are flagged.", "El camino al primer lugar y desde el último cuenta solo donde se paga. Las estimaciones se señalan."],
	["time on the road counts as hours worked [FLSA-HC]; driving is 18-26 % of a home-care day [NOR]", "el tiempo en la carretera cuenta como trabajado [FLSA-HC]; conducir es del 18 al 26 % de un día de atención domiciliaria [NOR]"],
	["How long people wait from the start of the clock to their first completed visit; the value is the median.", "Cuánto esperan las personas desde que empieza a contar el plazo hasta su primera visita realizada; el valor es la mediana."],
	["hours from referral, return home or ordered date to the start of the first visit", "horas desde el referido, el regreso a casa o la fecha ordenada hasta el inicio de la primera visita"],
	["An open case enters the share within 48 h only once it is decided, that is, open for more than 48 h. A case closed within 48 h without a visit is left out. A plan adds the planned first visits of open cases; those without one count as open to the end of the horizon.", "Un caso abierto entra en la proporción de 48 h solo cuando está decidido, es decir, abierto más de 48 h. Un caso cerrado antes de 48 h sin visita se excluye. Un plan agrega las primeras visitas planificadas de los casos abiertos; los que no tienen cuentan como abiertos hasta el fin del horizonte."],
	["initial visit within 48 hours [484.55]; attendance falls with the wait [FEST]", "visita inicial en 48 horas [484.55]; la asistencia baja con la espera [FEST]"],
	["How long documentation of a visit takes.", "Cuánto toma documentar una visita."],
	["recorded documentation minutes", "minutos de documentación registrados"],
	["completed visits with a recorded value", "visitas realizadas con un valor registrado"],
	["The share of visits with a value and the share written after hours stand beside it.", "Al lado están la parte de visitas con valor y la parte escrita fuera de horario."],
	["The share of patients who got better by at least the smallest change that means something.", "La parte de pacientes que mejoró al menos el cambio mínimo que significa algo."],
	["patients whose last score is better than the first by at least that change", "pacientes cuyo último puntaje es mejor que el primero al menos en ese cambio"],
	["patients with two scores of a measure at least 14 days apart in the period", "pacientes con dos puntajes de una medida con al menos 14 días de diferencia en el período"],
	["Each measure has its own direction and change: six-minute walk 30 m, gait speed 0.10 m/s, PHQ-9 five points or 20 %. A patient with two measures counts once for each. The share that got worse stands beside it. Never used to rank clinicians.", "Cada medida tiene su dirección y su cambio: caminata de seis minutos 30 m, velocidad de marcha 0.10 m/s, PHQ-9 cinco puntos o 20 %. Un paciente con dos medidas cuenta una vez por cada una. Al lado está la parte que empeoró. Nunca se usa para ordenar a los clínicos."],
	["How much of the staff leaves in a year, at the pace of the period.", "Qué parte del personal se va en un año, al ritmo del período."],
	["separations, without per-diem staff, times 12 divided by the months of the period", "salidas, sin personal per diem, por 12 y entre los meses del período"],
	["mean headcount, without per-diem staff", "dotación media, sin personal per diem"],
	["Voluntary separations and per-diem staff stand beside it.", "Al lado están las salidas voluntarias y el personal per diem."],
	["Hours worked above the legal threshold.", "Horas trabajadas por encima del límite legal."],
	["hours above 40 in a workweek; under 8/80 the larger of hours above 8 a day and hours above 80 in 14 days", "horas por encima de 40 en una semana laboral; con 8/80, lo mayor entre las horas por encima de 8 al día y de 80 en 14 días"],
	["Only clinicians who are paid overtime. Weeks are never averaged. Leave is not work. History counts workweeks that lie in the period with all their days; fortnights are counted from the workweek of the planning horizon. A plan adds what was worked in the same week before the horizon.", "Solo clínicos a quienes se pagan horas extra. Las semanas nunca se promedian. Una licencia no es trabajo. El historial cuenta semanas laborales que caen completas en el período; las quincenas se cuentan desde la semana del horizonte. Un plan agrega lo trabajado en la misma semana antes del horizonte."],
	["The premium paid for overtime.", "El recargo que se paga por horas extra."],
	["overtime hours times pay times 0.5", "horas extra por salario por 0.5"],
	["The full cost, at 1.5 times pay, stands beside it. Bonuses that belong to the regular rate are not in the tables.", "Al lado está el costo completo, a 1.5 veces el salario. Las bonificaciones que integran la tarifa regular no están en las tablas."],
	["The share of visits that took place among all that were meant to.", "La parte de las visitas que tuvo lugar, de todas las que debían."],
	["completed visits", "visitas realizadas"],
	["completed, no-show, cancelled late, cancelled by the clinic, and missed visits", "visitas realizadas, ausencias sin aviso, canceladas tarde, canceladas por la clínica y perdidas"],
	["Early cancellations are out; gross, beside it, has them in. Each seat of a group counts. Unresolved rows are left out and counted.", "Las cancelaciones tempranas quedan fuera; el valor bruto, al lado, las incluye. Cada cupo de un grupo cuenta. Las filas sin resolver se excluyen y se cuentan."],
	["The share of visits to which the patient did not come.", "La parte de las visitas a las que el paciente no vino."],
	["no-shows", "ausencias sin aviso"],
	["completed visits and no-shows", "visitas realizadas y ausencias sin aviso"],
	["Cancellations by the clinic never count. The variant with late cancellations stands beside it. Each seat of a group counts.", "Las cancelaciones de la clínica nunca cuentan. Al lado está la variante con cancelaciones tardías. Cada cupo de un grupo cuenta."],
	["The share of visits that patients kept.", "La parte de las visitas a las que los pacientes asistieron."],
	["completed visits, no-shows and late cancellations", "visitas realizadas, ausencias sin aviso y cancelaciones tardías"],
	["Each seat of a group counts.", "Cada cupo de un grupo cuenta."],
	["How many conflicts the schedule ahead holds.", "Cuántos conflictos tiene la agenda por delante."],
	["distinct conflicts: each rule once for each unordered pair of sessions, or for one session or limit", "conflictos distintos: cada regla una vez por cada par de sesiones, o por una sesión o límite"],
	["weeks of the horizon", "semanas del horizonte"],
	["Three sessions that overlap in one room are three conflicts; a pair that clashes on its room and on its clinician is two.", "Tres sesiones que se superponen en una sala son tres conflictos; un par que choca por su sala y por su clínico son dos."],
	["The share of patients whose week the clinic changed at short notice.", "La parte de los pacientes cuya semana la clínica cambió con poco aviso."],
	["patients, week by week, with a change by the clinic at less than the notice of the settings (24 h)", "pacientes, semana por semana, con un cambio de la clínica con menos aviso que el de los ajustes (24 h)"],
	["patients, week by week, with at least one session", "pacientes, semana por semana, con al menos una sesión"],
	["Notice runs from the announcement of the change to the old or the new start, whichever comes first. Changes by patients stand beside it. A plan counts published sessions and group seats that it drops or gives another start, clinician or way of meeting; another room is no change for the patient. A proposal has not been announced to anyone: it is counted as if it were announced at the document's moment, or at the moment given, and the moment by which no change would be late is told.", "El aviso va desde que se anuncia el cambio hasta el inicio anterior o el nuevo, lo que llegue primero. Al lado están los cambios de los pacientes. Un plan cuenta las sesiones y cupos publicados que quita o a los que da otro inicio, clínico o modalidad; otra sala no es un cambio para el paciente. Una propuesta no se ha anunciado a nadie: se cuenta como si se anunciara en el momento del documento, o en el que se indique, y se dice hasta cuándo ningún cambio sería tardío."],
	["The share of bookable time that is booked with billable sessions.", "La parte del tiempo disponible para citas que está ocupada con sesiones facturables."],
	["booked billable minutes of all clinicians; delivered minutes stand beside it", "minutos facturables con cita de todos los clínicos; al lado, los atendidos"],
	["bookable minutes: paid without leave, meetings and protected time (each can be switched)", "minutos disponibles: pagados sin licencias, reuniones ni tiempo protegido (cada uno se puede cambiar)"],
	["Each co-leader has the minutes of a group. Time given back early or taken by the clinic is not booked. More than 100 % flags a fault in the data.", "Cada colíder tiene los minutos de un grupo. El tiempo devuelto temprano o tomado por la clínica no cuenta como ocupado. Más de 100 % señala una falla en los datos."],
	["60-65 % of paid time is usual [UTIL]", "lo habitual es del 60 al 65 % del tiempo pagado [UTIL]"],
	["Billable hours for each full-time week paid.", "Horas facturables por cada semana de tiempo completo pagada."],
	["billable hours delivered (a plan: booked)", "horas facturables atendidas (en un plan: con cita)"],
	["paid hours divided by 40", "horas pagadas entre 40"],
	["Each co-leader has the minutes of a group.", "Cada colíder tiene los minutos de un grupo."],
	["The share of open room time in which a session takes place.", "La parte del tiempo de sala abierta en que hay una sesión."],
	["minutes in which a room is occupied while it is open, overlaps once", "minutos en que una sala abierta está ocupada, superposiciones una vez"],
	["open room minutes", "minutos de sala abierta"],
	["Closures are out. A group occupies a room once. How full the seats are stands beside it.", "Los cierres quedan fuera. Un grupo ocupa una sala una vez. Al lado está cuán llenos están los cupos."],
	["The share of paid time lost in gaps too short for any session.", "La parte del tiempo pagado que se pierde en huecos demasiado cortos para una sesión."],
	["gaps between a clinician's commitments that are shorter than the shortest session that can be booked", "huecos entre los compromisos de un clínico más cortos que la sesión más corta que se puede dar"],
	["One lunch break a day, minutes before and after sessions, and the way between them are out.", "Quedan fuera un almuerzo al día, los minutos antes y después de las sesiones y el camino entre ellas."],
	["The share of sessions that need an authorization and have a valid one when they start.", "La parte de las sesiones que necesitan autorización y tienen una vigente al empezar."],
	["sessions covered by an authorization with enough units left", "sesiones cubiertas por una autorización con unidades suficientes"],
	["sessions that need an authorization", "sesiones que necesitan autorización"],
	["Units are drawn in time order, from the authorization that ends first; quarter-hour units follow the 8-minute rule. Only what took place (a plan: or is booked) draws.", "Las unidades se descuentan en orden de tiempo, de la autorización que termina primero; las unidades de un cuarto de hora siguen la regla de 8 minutos. Solo descuenta lo que tuvo lugar (en un plan: o tiene cita)."],
	["The share of patient-weeks in which the weekly minimum of the level of care was reached.", "La parte de las semanas de paciente en que se alcanzó el mínimo semanal del nivel de atención."],
	["full weeks in care with at least the minimum hours", "semanas completas en atención con al menos las horas mínimas"],
	["full weeks in care of patients with a minimum", "semanas completas en atención de pacientes con un mínimo"],
	["The weeks of admission and discharge are out. Only services that count toward the minimum.", "Las semanas de admisión y alta quedan fuera. Solo servicios que cuentan para el mínimo."],
	["Hours a week that people spend on making the schedule.", "Horas por semana que las personas dedican a hacer la agenda."],
	["hours entered", "horas ingresadas"],
	["weeks with an entry", "semanas con un registro"],
	["Self-reported.", "Declarado por las personas."],
	["How long it takes to find a slot; the value is the median.", "Cuánto toma encontrar un espacio; el valor es la mediana."],
	["minutes from request to confirmation", "minutos desde el pedido hasta la confirmación"],
	["Rows without both moments are not counted; a confirmation before its request is left out and counted.", "No cuentan las filas sin ambos momentos; una confirmación anterior a su pedido se excluye y se cuenta."],
	["The share of family sessions to which family came.", "La parte de las sesiones de familia a las que vino la familia."],
	["held family sessions with at least one family member", "sesiones de familia realizadas con al menos un familiar"],
	["held family sessions, whether family came or not", "sesiones de familia realizadas, haya venido o no la familia"],
	["Sessions at which the patient was absent are out.", "Quedan fuera las sesiones en que faltó el paciente."],
	["The share of emergencies that start within 30 minutes of the request.", "La parte de las emergencias que comienzan dentro de 30 minutos del pedido."],
	["emergencies that started within 30 minutes", "emergencias que comenzaron dentro de 30 minutos"],
	["emergency requests", "pedidos de emergencia"],
	["An emergency that was never placed counts as over. Median and 90th percentile are of those placed.", "Una emergencia que nunca se ubicó cuenta como fuera de plazo. La mediana y el percentil 90 son de las ubicadas."],
	["The share of paid time spent with patients.", "La parte del tiempo pagado que se pasa con pacientes."],
	["minutes of completed visits, of each clinician (a plan: booked)", "minutos de visitas realizadas, de cada clínico (en un plan: con cita)"],
	["Cover of a place is not a visit.", "Cubrir un puesto no es una visita."],
	["visiting is 40-62 % of a home-care day [NOR]", "las visitas son del 40 al 62 % de un día de atención domiciliaria [NOR]"],
	["What the schedule asks of the team, 0 to 100; not a probability of burnout.", "Lo que la agenda exige del equipo, de 0 a 100; no es una probabilidad de agotamiento."],
	["100 times the weighted sum of the parts that are known, each between 0 and 1", "100 por la suma ponderada de las partes que se conocen, cada una entre 0 y 1"],
	["the weights of those parts", "los pesos de esas partes"],
	["Parts that are not known are named and left out; of each part the mean over clinicians counts. Weights are our choice: hours above 40 (2), days above 10 hours (2), after-hours documentation (1), nights with less than 11 hours of rest (1), days in a row above five (1), night work (1), no break between sessions (1), high acuity (1), sessions cancelled or moved by the clinic at short notice (0.5), caseload (0.5).", "Las partes que no se conocen se nombran y se excluyen; de cada parte cuenta la media de los clínicos. Los pesos son decisión nuestra: horas por encima de 40 (2), días de más de 10 horas (2), documentación fuera de horario (1), noches con menos de 11 horas de descanso (1), más de cinco días seguidos (1), trabajo nocturno (1), sin pausa entre sesiones (1), alta complejidad (1), sesiones que la clínica canceló o movió con poco aviso (0.5), carga de casos (0.5)."],
	["Whether staff would recommend the clinic as a place to work, -100 to 100.", "Si el personal recomendaría la clínica como lugar de trabajo, de -100 a 100."],
	["100 times (answers of 9 or 10 minus answers of 0 to 6)", "100 por (respuestas de 9 o 10 menos respuestas de 0 a 6)"],
	["answers", "respuestas"],
	["Hidden below 5 answers.", "Oculto con menos de 5 respuestas."],
	["The share of discharges followed by an unplanned inpatient stay within 30 days.", "La parte de las altas seguidas de una hospitalización no planificada en 30 días."],
	["index discharges with an unplanned admission within 30 days", "altas con una admisión no planificada en 30 días"],
	["index discharges with 30 days of follow-up", "altas con 30 días de seguimiento"],
	["Deaths, planned stays and transfers are out. Discharges without full follow-up are left out and counted.", "Fallecimientos, estancias planificadas y traslados quedan fuera. Las altas sin seguimiento completo se excluyen y se cuentan."],
	["Days from start of care until half of the patients have reached their goal.", "Días desde el inicio de la atención hasta que la mitad de los pacientes alcanza su meta."],
	["Kaplan-Meier median of the days from start of care to the first score at the goal", "mediana de Kaplan-Meier de los días desde el inicio de la atención hasta el primer puntaje en la meta"],
	["Patients who have not reached it are censored at their last score: what came after it is not known. Patients who started care in the period.", "Los pacientes que no la alcanzaron se censuran en su último puntaje: lo que vino después no se sabe. Pacientes que comenzaron la atención en el período."],
	["Kaplan and Meier 1958", "Kaplan y Meier 1958"],
	["Whether a patient sees the same clinician: 0 = another one every time, 1 = always the same.", "Si un paciente ve al mismo clínico: 0 = cada vez a otro, 1 = siempre al mismo."],
	["sum over clinicians of squared visits, minus visits", "suma, por clínico, de las visitas al cuadrado, menos las visitas"],
	["visits times (visits minus 1), of a patient and discipline with at least two visits", "visitas por (visitas menos 1), de un paciente y una disciplina con al menos dos visitas"],
	["The mean over patients and disciplines. Groups are out. The usual provider's share stands beside it. Linked to outcomes, not shown to cause them.", "La media de pacientes y disciplinas. Los grupos quedan fuera. Al lado está la parte del proveedor habitual. Se relaciona con los resultados; no se ha mostrado que los cause."],
	["Bice and Boxerman 1977; [RUSS12], [MA21]", "Bice y Boxerman 1977; [RUSS12], [MA21]"],
	["The share of patients who gave the best answer.", "La parte de pacientes que dio la mejor respuesta."],
	["answers at or above the top box", "respuestas en la casilla superior o por encima"],
	["Hidden below 5 answers. The top box (5) can be set to the survey's scale.", "Oculto con menos de 5 respuestas. La casilla superior (5) se puede ajustar a la escala de la encuesta."],
	["What driving costs at the tax rate.", "Lo que cuesta conducir a la tarifa fiscal."],
	["miles times the rate on the date", "millas por la tarifa de la fecha"],
	["Miles of staff days, or of appointments if staff days have none. Unpaid commutes are out.", "Millas de los días de personal, o de las citas si aquellos no las tienen. Los trayectos no pagados quedan fuera."],
	["What an investment returns.", "Lo que rinde una inversión."],
	["benefits minus costs", "beneficios menos costos"],
	["costs", "costos"],
	["Payback is the first month with a cumulative balance of 0 or more, or not within the horizon; net present value discounts month m by (1 + r)^(m/12).", "Se recupera en el primer mes con un saldo acumulado de 0 o más, o no dentro del horizonte; el valor presente neto descuenta el mes m con (1 + r)^(m/12)."],
	["How unevenly demanding patients are spread over clinicians: 0 = evenly.", "Qué tan desigual es el reparto de pacientes complejos entre clínicos: 0 = parejo."],
	["population standard deviation of acuity points per clinician", "desviación estándar poblacional de los puntos de complejidad por clínico"],
	["mean acuity points per clinician", "media de puntos de complejidad por clínico"],
	["A session has its patient's acuity (0-4), and 2 more for a demanding service; a group has no acuity of its own. Per FTE stands beside it, and per FTE within a discipline: the part that a schedule can even out, since disciplines carry different work.", "Una sesión tiene la complejidad de su paciente (0-4) y 2 más por un servicio exigente; un grupo no tiene complejidad propia. Al lado está por FTE, y por FTE dentro de una disciplina: la parte que una agenda puede emparejar, ya que las disciplinas hacen trabajos distintos."],
	["The share of open home-health payment periods with fewer visits than their threshold (LUPA).", "La parte de los períodos de pago abiertos de salud en el hogar con menos visitas que su umbral (LUPA)."],
	["open periods with done and planned home visits below the threshold", "períodos abiertos con visitas a domicilio hechas y planificadas por debajo del umbral"],
	["open periods", "períodos abiertos"],
	["Visits by video or telephone do not count.", "Las visitas por video o teléfono no cuentan."],
	["Productivity points of a clinician-day.", "Puntos de productividad de un día de clínico."],
	["points of the services, once for each clinician", "puntos de los servicios, una vez por cada clínico"],
	["Points stand in the table of services; there is no national standard.", "Los puntos están en la tabla de servicios; no hay una norma nacional."],
	["Days until the third open slot of a type of session; the value is the median over types.", "Días hasta el tercer espacio libre de un tipo de sesión; el valor es la mediana de los tipos."],
	["days from the document's moment to the third slot that clinician and room have open", "días desde el momento del documento hasta el tercer espacio que clínico y sala tienen libre"],
	["Each type stands beside it. A type without three slots in the horizon counts as longer than any other. Home visits are taken to need no other travel.", "Cada tipo está al lado. Un tipo sin tres espacios en el horizonte cuenta como más largo que cualquier otro. Se supone que las visitas a domicilio no exigen otro viaje."],
	["Murray and Berwick 2003, doi:10.1001/jama.289.8.1035", "Murray y Berwick 2003, doi:10.1001/jama.289.8.1035"],
	["How full groups are.", "Qué tan llenos están los grupos."],
	["attendees (a plan: seats given)", "asistentes (en un plan: cupos dados)"],
	["most patients of the groups that took place", "máximo de pacientes de los grupos que tuvieron lugar"],
	["Sessions below their minimum stand beside it.", "Al lado están las sesiones por debajo de su mínimo."],
	["6-12 patients a group [SAMHSA-GT]", "de 6 a 12 pacientes por grupo [SAMHSA-GT]"],
	["How unevenly evening and weekend sessions are spread over clinicians: 0 = evenly.", "Qué tan desigual es el reparto de sesiones de tarde y fin de semana entre clínicos: 0 = parejo."],
	["Gini coefficient of evening and weekend sessions per full-time equivalent", "coeficiente de Gini de las sesiones de tarde y fin de semana por equivalente de tiempo completo"],
	["Gini and range of evenings, weekends and points per FTE stand beside it, and the most that one clinician carries: the coefficient rises when the few evenings that are left belong to those who work evenings. Every clinician with contract hours counts.", "Al lado están el Gini y el rango de tardes, fines de semana y puntos por FTE, y lo máximo que lleva un clínico: el coeficiente sube cuando las pocas tardes que quedan son de quienes trabajan de tarde. Cuenta cada clínico con horas de contrato."],
	["How far forecasts were from what came.", "Qué tan lejos estuvieron los pronósticos de lo que llegó."],
	["sum of absolute differences of actual and forecast", "suma de las diferencias absolutas entre lo real y lo pronosticado"],
	["sum of actual", "suma de lo real"],
	["MASE and the share of actual values within their interval stand beside it.", "Al lado están el MASE y la parte de los valores reales dentro de su intervalo."],
	["Hyndman and Koehler 2006; Kolassa and Schütz 2007", "Hyndman y Koehler 2006; Kolassa y Schütz 2007"],
	["How far predicted probabilities were from what came (Brier score).", "Qué tan lejos estuvieron las probabilidades previstas de lo que ocurrió (puntaje de Brier)."],
	["sum of squared differences of probability and outcome", "suma de las diferencias al cuadrado entre probabilidad y resultado"],
	["The expected calibration error by decile stands beside it.", "Al lado está el error de calibración esperado por decil."],
	["The share of placed sessions that break a hard rule.", "La parte de las sesiones ubicadas que rompe una regla obligatoria."],
	["placed sessions named in a broken rule", "sesiones ubicadas nombradas en una regla rota"],
	["placed sessions", "sesiones ubicadas"],
	["A session counts once, however many rules it breaks.", "Una sesión cuenta una vez, aunque rompa varias reglas."],
	["Sessions and group seats that are asked for and not given.", "Sesiones y cupos de grupo pedidos y no dados."],
	["sessions without a place and seats that are not given", "sesiones sin lugar y cupos no dados"],
	["A group that does not run counts by the seats that are missing.", "Un grupo que no se reúne cuenta por los cupos que faltan."],
	["Hours that clinical rules demand and the schedule does not give.", "Horas que exigen las reglas clínicas y la agenda no da."],
	["hours of mandated sessions and seats that are not placed", "horas de sesiones y cupos obligatorios sin ubicar"],
	["As for sessions not placed.", "Como en las sesiones sin ubicar."]
], rc = [
	["referrals with a first visit", "referidos con una primera visita"],
	["within 48 h", "en 48 h"],
	["hours on the clock: the time zone's daylight-saving rule is not known here", "horas de reloj: aquí no se conoce la regla del horario de verano de la zona"],
	["open for less than 48 h: not decided yet", "abierto menos de 48 h: aún sin decidir"],
	["closed within 48 h without a visit", "cerrado en 48 h sin visita"],
	["weeks with reported scheduling work", "semanas con trabajo de programación declarado"],
	["sessions with a request and a confirmation", "sesiones con un pedido y una confirmación"],
	["confirmed before it was requested", "confirmada antes de pedirse"],
	["median of those placed", "mediana de las ubicadas"],
	["90th percentile of those placed", "percentil 90 de las ubicadas"],
	["never placed", "nunca ubicadas"],
	["there is no forecast in the clinic's data", "no hay un pronóstico en los datos de la clínica"],
	["a forecast made before the period, with its intervals", "un pronóstico hecho antes del período, con sus intervalos"],
	["there are no predictions in the clinic's data", "no hay predicciones en los datos de la clínica"],
	["predicted probabilities made before the visits they are about", "probabilidades previstas antes de las visitas de que tratan"],
	["visits that were completed, missed or cancelled late", "visitas realizadas, perdidas o canceladas tarde"],
	["unresolved: past, but still booked or cancelled without a time", "sin resolver: pasadas, pero aún con cita o canceladas sin hora"],
	["gross, with early cancellations", "bruto, con cancelaciones tempranas"],
	["with late cancellations", "con cancelaciones tardías"],
	["family sessions that were held", "sesiones de familia realizadas"],
	["held, but nobody recorded who came", "realizada, pero nadie anotó quién vino"],
	["the patient was absent", "el paciente faltó"],
	["of sessions since the patient's first authorization on file", "de las sesiones desde la primera autorización registrada del paciente"],
	["some sessions lie before the patient's first authorization on file: earlier ones may be missing from the tables", "algunas sesiones son anteriores a la primera autorización registrada del paciente: pueden faltar otras anteriores en las tablas"],
	["no whole workweek lies in the period", "ninguna semana laboral completa cae en el período"],
	["a period of at least one workweek", "un período de al menos una semana laboral"],
	["full weeks of patients with a weekly minimum", "semanas completas de pacientes con un mínimo semanal"],
	["by the level of care as it stands now: earlier levels are not in the tables", "según el nivel de atención actual: los anteriores no están en las tablas"],
	["open payment periods", "períodos de pago abiertos"],
	["hidden: groups of fewer than {} people could be told apart", "oculto: se podría reconocer a alguien en grupos de menos de {} personas"],
	["groups of fewer than {} people are hidden: somebody could be told apart", "los grupos de menos de {} personas se ocultan: se podría reconocer a alguien"],
	["made by patients", "hechos por pacientes"],
	["patients with any change", "pacientes con algún cambio"],
	["changes against the published schedule, if they are announced at {}", "cambios frente a la agenda publicada, si se anuncian el {}"],
	["none is late if all are announced by {}", "ninguno es tardío si todos se anuncian antes del {}"],
	["patients with a session in a week", "pacientes con una sesión en una semana"],
	["a conflict", "un conflicto"],
	["a broken rule", "una regla rota"],
	["what is not placed", "lo que no se ubicó"],
	["sessions and seats", "sesiones y cupos"],
	["patients with two visits in one discipline", "pacientes con dos visitas en una disciplina"],
	["usual provider's share", "parte del proveedor habitual"],
	["fewer than two visits in the discipline", "menos de dos visitas en la disciplina"],
	["no workweek of a clinician who is paid overtime lies in the period", "ninguna semana laboral de un clínico con horas extra pagadas cae en el período"],
	["rows in `staff_days` for a whole workweek, and clinicians with an overtime rule", "filas en `staff_days` de una semana laboral completa, y clínicos con una regla de horas extra"],
	["clinician-weeks with overtime", "semanas de clínico con horas extra"],
	["full cost of the overtime hours", "costo completo de las horas extra"],
	["no miles are recorded in the period", "no hay millas registradas en el período"],
	["miles in `staff_days` or `appointments`, and a rate on their dates", "millas en `staff_days` o `appointments`, y una tarifa en sus fechas"],
	["some distances are estimates from coordinates", "algunas distancias son estimaciones a partir de coordenadas"],
	["miles on a date without a known rate", "millas en una fecha sin tarifa conocida"],
	["a return needs costs and benefits by month", "un rendimiento necesita costos y beneficios por mes"],
	["a scenario, which gives them", "un escenario, que los da"],
	["acuity points on any clinician", "puntos de complejidad en algún clínico"],
	["per FTE", "por FTE"],
	["per FTE within a discipline", "por FTE dentro de una disciplina"],
	["no clinician has contract hours", "ningún clínico tiene horas de contrato"],
	["`contract_week_min` of clinicians", "`contract_week_min` de los clínicos"],
	["evening and weekend sessions", "sesiones de tarde y fin de semana"],
	["evening sessions", "sesiones de tarde"],
	["weekend sessions", "sesiones de fin de semana"],
	["evening and weekend sessions: most on one clinician", "sesiones de tarde y fin de semana: lo máximo de un clínico"],
	["{} per FTE: Gini", "{} por FTE: Gini"],
	["{} per FTE: range", "{} por FTE: rango"],
	["no {} in the period, so the denominator is 0", "el denominador es 0: en el período no hay {}"],
	["{} in the period", "{} en el período"],
	["a plan cannot know this", "un plan no puede saberlo"],
	["what happened: ask for a period of the past", "lo que ocurrió: pida un período del pasado"],
	["{} is found for the planning horizon, not for the past", "{} se encuentra para el horizonte de planificación, no para el pasado"],
	["ask for the published schedule or a plan", "pida la agenda publicada o un plan"],
	["not computable", "no se puede calcular"],
	["patients with two scores at least 14 days apart", "pacientes con dos puntajes con al menos 14 días de diferencia"],
	["without two scores at least 14 days apart", "sin dos puntajes con al menos 14 días de diferencia"],
	["measure without a known smallest meaningful change", "medida sin un cambio mínimo significativo conocido"],
	["less than 30 days of follow-up", "menos de 30 días de seguimiento"],
	["died or transferred", "fallecido o trasladado"],
	["got worse", "empeoró"],
	["no patient who started care in the period has a goal", "ningún paciente que comenzó la atención en el período tiene una meta"],
	["rows in `scores` with a goal, and `admitted` of their patients", "filas en `scores` con una meta, y `admitted` de sus pacientes"],
	["fewer than half reach the goal while they are watched", "menos de la mitad alcanza la meta mientras se la observa"],
	["a longer period, or more patients who reach their goal", "un período más largo, o más pacientes que alcancen su meta"],
	["reached the goal", "alcanzó la meta"],
	["no room is open in the period", "ninguna sala está abierta en el período"],
	["rooms with opening hours", "salas con horario"],
	["open room time", "tiempo de sala abierta"],
	["seat fill while occupied", "cupos llenos mientras está ocupada"],
	["kept for bookings", "reservado para citas"],
	["seats in group sessions", "cupos en sesiones de grupo"],
	["group sessions", "sesiones de grupo"],
	["sessions below their minimum", "sesiones por debajo de su mínimo"],
	["group session without a group in the tables", "sesión de grupo sin grupo en las tablas"],
	["an open slot", "un espacio libre"],
	["{} of {} types have fewer than {} open slots in the horizon", "{} de {} tipos tienen menos de {} espacios libres en el horizonte"],
	["a longer horizon", "un horizonte más largo"],
	["type with fewer than 3 open slots in the horizon", "tipo con menos de 3 espacios libres en el horizonte"],
	["mean headcount", "dotación media"],
	["voluntary", "voluntarias"],
	["per diem", "per diem"],
	["answers to `{}`", "respuestas a `{}`"],
	["hidden: fewer than {} answers could be told apart", "oculto: con menos de {} respuestas se podría reconocer a alguien"],
	["at least {} answers to `{}` in the period", "al menos {} respuestas a `{}` en el período"],
	["some scores lie above the top box: set the top box to the scale of the survey", "algunos puntajes superan la casilla superior: ajústela a la escala de la encuesta"],
	["no paid time is known for the period", "no se conoce tiempo pagado en el período"],
	["rows in `staff_days`, or clinicians with contract hours", "filas en `staff_days`, o clínicos con horas de contrato"],
	["clinician-days with a visit or half a day's pay", "días de clínico con una visita o medio día pagado"],
	["booked visits of the plan", "visitas con cita del plan"],
	["some travel times are estimates from coordinates", "algunos tiempos de viaje son estimaciones a partir de coordenadas"],
	["completed visits with recorded documentation", "visitas realizadas con documentación registrada"],
	["share of visits recorded", "parte de las visitas registrada"],
	["share after hours", "parte fuera de horario"],
	["completed visit without a recorded value", "visita realizada sin valor registrado"],
	["bookable time", "tiempo disponible"],
	["more than all bookable time: appointments and staff days do not fit together", "más que todo el tiempo disponible: las citas y los días de personal no concuerdan"],
	["booked hours of the plan", "horas con cita del plan"],
	["booked minutes of the plan", "minutos con cita del plan"],
	["delivered", "atendido"],
	["booked", "con cita"],
	["there is no service to book", "no hay ningún servicio para dar"],
	["rows in `services`", "filas en `services`"],
	["fragmented idle", "tiempo perdido en huecos"],
	["shortest bookable session", "la sesión más corta que se puede dar"],
	["none of the parts is known", "no se conoce ninguna de las partes"],
	["staff days, visits or caseload caps in the period", "días de personal, visitas o topes de carga en el período"],
	["not known: {}", "no se sabe: {}"],
	["of the whole team; not a probability of burnout", "de todo el equipo; no es una probabilidad de agotamiento"],
	["linear between order statistics (type 7)", "lineal entre estadísticos de orden (tipo 7)"],
	["Wilson 95 %", "Wilson, 95 %"],
	["difference of means, normal 95 %", "diferencia de medias, normal 95 %"],
	["Days from referral to first visit", "Días del referido a la primera visita"],
	["a patient's first referral of the period: days until the first visit, or as long as it has been open without one", "el primer referido de un paciente en el período: días hasta la primera visita, o los que lleva abierto sin una"],
	["Visits in the busiest hours", "Visitas en las horas más concurridas"],
	["share of a patient's visits that begin in the hours of the week that together hold a quarter of all visits", "parte de las visitas de un paciente que comienzan en las horas de la semana que reúnen un cuarto de todas las visitas"],
	["a patient's Bice-Boxerman index, the mean over disciplines with two visits or more", "índice de Bice-Boxerman de un paciente, la media de las disciplinas con dos visitas o más"],
	["Weeks with a change by the clinic", "Semanas con un cambio de la clínica"],
	["share of a patient's weeks with a session in which the clinic changed or cancelled one: with little notice in what happened, at all in a plan", "parte de las semanas con sesión de un paciente en que la clínica cambió o canceló una: con poco aviso en lo ocurrido, de cualquier modo en un plan"],
	["no difference found does not mean that there is none: each row says how large one had to be to be found four times in five", "que no se encuentre una diferencia no significa que no la haya: cada fila dice qué tan grande debía ser para encontrarse cuatro de cada cinco veces"],
	["a difference is a reason to look, not a cause: groups may differ in what they need, where they live or when they can come", "una diferencia es motivo para mirar, no una causa: los grupos pueden diferir en lo que necesitan, dónde viven o cuándo pueden venir"],
	["nothing is held equal: compare within phases or sites before concluding", "no se iguala nada: compare dentro de fases o sedes antes de concluir"],
	["the log tells what was done in this planner, not in other systems", "el registro dice lo que se hizo en este planificador, no en otros sistemas"],
	["an indicator's change between two quarters is not the effect of any one thing: see the pilot reading", "el cambio de un indicador entre dos trimestres no es el efecto de una sola cosa: vea la lectura del piloto"],
	["no audit log was given: nothing is known of overrides", "no se dio un registro de auditoría: no se sabe nada de decisiones distintas"]
], ic = [
	["the file is empty", "el archivo está vacío"],
	["export it again, with a header and rows", "expórtelo de nuevo, con títulos y filas"],
	["there is a header but no row below it", "hay títulos pero ninguna fila debajo"],
	["nothing to do if that is so", "nada que hacer si es así"],
	["the file is not UTF-8 and was read as Windows-1252", "el archivo no es UTF-8 y se leyó como Windows-1252"],
	["check names with accents; export as UTF-8 to be sure", "revise los nombres con acentos; exporte como UTF-8 para estar seguro"],
	["{} places are not valid UTF-8 and now read {}", "{} lugares no son UTF-8 válido y ahora se leen {}"],
	["export the file again as UTF-8 and check names with accents", "exporte el archivo de nuevo como UTF-8 y revise los nombres con acentos"],
	["{} NUL characters were taken out", "se quitaron {} caracteres NUL"],
	["check the rows around them; the file may be damaged", "revise las filas cercanas; el archivo puede estar dañado"],
	["no column is `{}`: {}", "ninguna columna es `{}`: {}"],
	["unique id", "identificador único"],
	["add a column `id` or say which one it is; no row can be used without it", "agregue una columna `id` o indique cuál es; sin ella no se puede usar ninguna fila"],
	["add a column `{}` or say which one it is; no row can be used without it", "agregue una columna `{}` o indique cuál es; sin ella no se puede usar ninguna fila"],
	["the text has more than {} letters", "el texto tiene más de {} letras"],
	["shorten it", "acórtelo"],
	["a quotation mark opens here and never closes", "aquí se abre una comilla que nunca se cierra"],
	["close it or double it; this line of {} bytes was left out", "ciérrela o duplíquela; esta línea de {} bytes se excluyó"],
	["the row has {} cells, the header {}", "la fila tiene {} celdas y los títulos {}"],
	["put text that holds the separator in quotation marks", "ponga entre comillas el texto que contiene el separador"],
	["no value in {} rows, first in this one; `{}` was used", "sin valor en {} filas, primero en esta; se usó `{}`"],
	["no value in {} rows, first in this one", "sin valor en {} filas, primero en esta"],
	["add the column if that is not so", "agregue la columna si no es así"],
	["`{}` holds the same as `{}`", "`{}` contiene lo mismo que `{}`"],
	["this column was left out; say in the import if it is the right one", "esta columna se excluyó; indique al importar si es la correcta"],
	["`{}` is no column of this table", "`{}` no es una columna de esta tabla"],
	["this column was left out; say in the import what it holds, if it is needed", "esta columna se excluyó; indique al importar qué contiene, si se necesita"],
	["column {} has {} values but no name", "la columna {} tiene {} valores pero no tiene nombre"],
	["it was left out; give it a name if it is needed", "se excluyó; déle un nombre si se necesita"],
	["a part of it unpacks to more than {} times its size", "una parte se descomprime a más de {} veces su tamaño"],
	["open it in a spreadsheet program and save it again as .xlsx, or as CSV", "ábralo en una hoja de cálculo y guárdelo de nuevo como .xlsx o CSV"],
	["open it in a spreadsheet program and save it as .xlsx or CSV", "ábralo en una hoja de cálculo y guárdelo como .xlsx o CSV"],
	["unpacked it has {} MB; the most is {}", "descomprimido tiene {} MB; el máximo es {}"],
	["split it, for example by year, or save the large sheets as CSV", "divídalo, por ejemplo por año, o guarde las hojas grandes como CSV"],
	["parts of the archive lie on top of each other", "hay partes del archivo comprimido superpuestas"],
	["the archive has more than {} parts", "el archivo comprimido tiene más de {} partes"],
	["a part of the file is damaged, encrypted or of another size than it says", "una parte del archivo está dañada, cifrada o tiene otro tamaño del que dice"],
	["{} cells lie far off the table, beyond row {}, column {} or {} empty rows", "{} celdas están muy lejos de la tabla, más allá de la fila {}, la columna {} o {} filas vacías"],
	["they were left out; delete them or move them to the table", "se excluyeron; bórrelas o muévalas a la tabla"],
	["a cell has a position that does not exist", "una celda tiene una posición que no existe"],
	["{} ranges of cells are merged; only their first cell holds a value", "{} rangos de celdas están combinados; solo su primera celda tiene un valor"],
	["unmerge them and fill every row", "sepárelos y llene cada fila"],
	["the workbook has {} different texts; the most is {}", "el libro tiene {} textos distintos; el máximo es {}"],
	["keep only the tables that are needed, or save them as CSV", "deje solo las tablas necesarias, o guárdelas como CSV"],
	["lists and objects are nested more than {} deep", "hay listas y objetos anidados a más de {} niveles"],
	["this is not a clinic document; export it again", "esto no es un documento de clínica; expórtelo de nuevo"],
	["a part of the file declares XML entities, which no spreadsheet program writes", "una parte del archivo declara entidades XML, que ninguna hoja de cálculo escribe"],
	["the workbook is protected with a password", "el libro está protegido con una contraseña"],
	["open it, remove the password and save it again", "ábralo, quite la contraseña y guárdelo de nuevo"],
	["this is a web page or XML file, whatever its name says", "esto es una página web o un archivo XML, diga lo que diga su nombre"],
	["this is a workbook of the old .xls format, whatever its name says", "esto es un libro del antiguo formato .xls, diga lo que diga su nombre"],
	["this is an archive but no .xlsx workbook", "esto es un archivo comprimido pero no un libro .xlsx"],
	["choose an .xlsx file, or save the sheets as CSV", "elija un archivo .xlsx, o guarde las hojas como CSV"],
	["the file is cut off or damaged", "el archivo está cortado o dañado"],
	["the macros of the workbook were not read", "las macros del libro no se leyeron"],
	["nothing to do", "nada que hacer"],
	["`{}` is the failed result of a formula", "`{}` es el resultado fallido de una fórmula"],
	["correct the formula or type the value", "corrija la fórmula o escriba el valor"],
	["the hidden sheet `{}` was read too", "también se leyó la hoja oculta `{}`"],
	["delete it in the workbook if it is not meant", "bórrela en el libro si no corresponde"],
	["day and month of `{}` cannot be told apart in {} rows", "en {1} filas no se distinguen el día y el mes de `{0}`"],
	["say in the import which comes first, or export dates like 2026-11-23; these rows were left out", "indique al importar cuál va primero, o exporte fechas como 2026-11-23; estas filas se excluyeron"],
	["in `{}`: a place is part of itself, {} times", "en `{}`: un lugar es parte de sí mismo, {} veces"],
	["correct `partOf` there", "corrija allí `partOf`"],
	["{} resources of type `{}` are not read", "no se leen {} recursos del tipo `{}`"],
	["nothing: the plan does not need it", "nada: el plan no los necesita"],
	["the JSON breaks off or is wrong at line {}, column {}", "el JSON se corta o está mal en la línea {}, columna {}"],
	["export it again; if it was edited, check commas, brackets and quotation marks there", "expórtelo de nuevo; si se editó, revise allí comas, corchetes y comillas"],
	["`{}` stands twice", "`{}` está dos veces"],
	["the last one was used; delete one", "se usó el último; borre uno"],
	["`{}` is no field of this table", "`{}` no es un campo de esta tabla"],
	["it was left out; check the spelling", "se excluyó; revise cómo está escrito"],
	["the file ends too early", "el archivo termina antes de tiempo"],
	["it was not copied or downloaded to its end; use another copy", "no se copió o descargó hasta el final; use otra copia"],
	["the file was damaged or changed after it was written", "el archivo se dañó o se cambió después de escribirse"],
	["use another copy", "use otra copia"],
	["the file was written by a newer version", "el archivo lo escribió una versión más nueva"],
	["open it with that one", "ábralo con ella"],
	["the file asks for more memory or time than {} MiB and {} passes", "el archivo pide más memoria o tiempo que {} MiB y {} pasadas"],
	["it is not opened", "no se abre"],
	["this is an image, a document or an archive", "esto es una imagen, un documento o un archivo comprimido"],
	["choose CSV, XLSX or JSON files", "elija archivos CSV, XLSX o JSON"],
	["the file cannot be read: it was moved or changed while it was read, or it is a folder", "no se puede leer el archivo: se movió o cambió mientras se leía, o es una carpeta"],
	["choose the file again", "elija el archivo de nuevo"],
	["The calculation stopped unexpectedly. Your plan is intact.", "El cálculo se detuvo de forma inesperada. Su plan está intacto."]
], ac = [
	["`{}` is not a whole number", "`{}` no es un número entero"],
	["`{}` is not a number", "`{}` no es un número"],
	["give a whole number from {} to {}", "dé un número entero de {} a {}"],
	["give a number from {} to {}", "dé un número de {} a {}"],
	["{n} is outside {n} to {n}", "{} está fuera de {} a {}"],
	["{n} is outside {n} to {n} minutes", "{} está fuera de {} a {} minutos"],
	["{n} is outside {n} to {n} {}", "{} está fuera de {} a {} {}"],
	["correct the number", "corrija el número"],
	["it begins like a formula; exports mark it as text", "comienza como una fórmula; las exportaciones la marcan como texto"],
	["change it, if it is not meant so", "cámbielo, si no es lo que se quiere"],
	["it contains characters that turn the direction of text around", "contiene caracteres que invierten la dirección del texto"],
	["remove them: they can make text read as another", "quítelos: pueden hacer que un texto se lea como otro"],
	["it contains characters that cannot be seen", "contiene caracteres que no se ven"],
	["remove them: two ids can look the same", "quítelos: dos identificadores pueden verse iguales"],
	["{} characters, more than {}", "{} caracteres, más de {}"],
	["rows {} and {} read the same: `{}` and `{}`", "las filas {} y {} se leen igual: `{}` y `{}`"],
	["if they are the same, keep one; else tell them apart", "si son lo mismo, deje una; si no, distíngalas"],
	["the name is empty; the id is shown instead", "el nombre está vacío; se muestra el identificador"],
	["give it a name", "déle un nombre"],
	["there are no hours in which this person can be planned", "no hay horas en que se pueda planificar a esta persona"],
	["give working hours, or remove the row", "dé un horario de trabajo, o quite la fila"],
	["there are no skills, so services that ask for one cannot be given", "no hay habilidades, así que no se pueden dar servicios que piden una"],
	["list the skills", "indique las habilidades"],
	["{n} minutes are more than the longest working time without a gap, {n}", "{} minutos son más que el mayor tiempo de trabajo sin hueco, {}"],
	["shorten it, or lengthen a clinician's hours", "acórtelo, o alargue el horario de un clínico"],
	["it ends before it begins", "termina antes de comenzar"],
	["correct one of the two times", "corrija una de las dos horas"],
	["the last day lies before the first", "el último día es anterior al primero"],
	["correct one of them", "corrija uno de ellos"],
	["it passes midnight, which only shifts may", "pasa de la medianoche, lo que solo pueden los turnos"],
	["correct start or length", "corrija el inicio o la duración"],
	["{} does not exist: clocks are put forward over it", "{} no existe: los relojes se adelantan sobre esa hora"],
	["{} is twice: clocks are put back; the first is meant", "{} está dos veces: los relojes se atrasan; se toma la primera"],
	["choose a time that the clocks show once", "elija una hora que los relojes muestren una vez"],
	["`{}` is not a date that exists", "`{}` no es una fecha que exista"],
	["write it like {}", "escríbala como {}"],
	["the year {} is likely to stand for `unknown` or `no end`; it is used as it is", "el año {} probablemente representa desconocido o sin fin; se usa como está"],
	["give the date, or leave it empty", "dé la fecha, o déjelo vacío"],
	["{n} seats is not between {n} and {n}", "{} cupos no está entre {} y {}"],
	["give a number of seats between {} and {}", "dé un número de cupos entre {} y {}"],
	["a group of one is an individual session", "un grupo de uno es una sesión individual"],
	["raise the maximum", "suba el máximo"],
	["clinician `{}` is both preferred and barred; barred wins", "el clínico `{}` es a la vez preferido y excluido; vale excluido"],
	["remove one of the two", "quite uno de los dos"],
	["other rows put the two together; they cannot be apart as well", "otras filas los ponen juntos; no pueden estar también separados"],
	["remove one of the rows", "quite una de las filas"],
	["it comes after itself through the orders it names; the chain has no effect", "viene después de sí misma por las órdenes que nombra; la cadena no tiene efecto"],
	["remove `after` from one of them", "quite `after` de una de ellas"],
	["there is no usable {} `{}`; the field is ignored", "no hay {} `{}` que se pueda usar; el campo se ignora"],
	["name an existing {}, or leave the field empty", "nombre {} existente, o deje el campo vacío"],
	["there is no usable {} `{}`", "no hay {} `{}` que se pueda usar"],
	["name an existing {}, or add it", "nombre {} existente, o agregue la fila"],
	["clinician", "clínico"],
	["room", "sala"],
	["patient", "paciente"],
	["payer", "pagador"],
	["{}: {n} h asked for are {n} times the {n} h that clinicians are there", "{}: las {} h pedidas son {} veces las {} h en que hay clínicos"],
	["all clinicians", "todos los clínicos"],
	["check orders, lengths and hours: this is likely to be a mistake in the data", "revise órdenes, duraciones y horarios: es probable que sea un error en los datos"],
	["no clinician is there on any day of the horizon", "no hay ningún clínico en ningún día del horizonte"],
	["check hours, absences and the horizon", "revise horarios, ausencias y el horizonte"],
	["it is not signed; nothing is told on it", "no está firmado; no se comunica nada con él"],
	["complete the paper with the patient, then the row", "complete el documento con el paciente y luego la fila"]
], oc = [
	["no authorization of patient {} covers {} on {}", "ninguna autorización del paciente {} cubre {} el {}"],
	["{} needs the family, and the patient has not agreed that it may be contacted", "{} necesita a la familia, y el paciente no ha aceptado que se la contacte"],
	["patient {} and {} share no language", "el paciente {} y {} no comparten ningún idioma"],
	["{}, who supervises {}, does not work during {n} sessions", "{}, que supervisa a {}, no trabaja durante {} sesiones"],
	["appointment {} at {} has no clinician", "la cita {} del {} no tiene clínico"],
	["appointment {} at {} is not confirmed", "la cita {} del {} no está confirmada"],
	["{} has {n} minutes to spare for a way of {n} minutes", "a {} le sobran {} minutos para un trayecto de {} minutos"],
	["{} has {n} minutes of overtime in the horizon", "{} tiene {} minutos de horas extra en el horizonte"],
	["license {} of {} runs out in {n} days", "la licencia {} de {} vence en {} días"]
], sc = [
	["the plan does not fit the clinic: {} too many or too few", "el plan no concuerda con la clínica: sobran o faltan {}"],
	["{} names a way, room or clinician that the clinic does not have", "{} nombra una modalidad, sala o clínico que la clínica no tiene"],
	["{} lies {#} outside the times at which it may take place", "{} queda {} fuera de las horas en que puede tener lugar"],
	["{} starts {#} after a start time of the planning grid", "{} comienza {} después de una hora de la cuadrícula"],
	["{} may not give {} on that day in that way", "{} no puede dar {} ese día de esa forma"],
	["{} has two parts of {}", "{} tiene dos partes de {}"],
	["{} starts {#} too early or too late in {}", "{} comienza {} demasiado temprano o tarde en {}"],
	["{} takes {} {#} outside working hours", "{} ocupa a {} {} fuera de su horario"],
	["{} lacks {#} between {}", "a {} le faltan {} entre {}"],
	["{} is in {} at the same time for {}", "{} está a la vez en {} durante {}"],
	["{} has a seat in {} {#} outside the times that suit", "{} tiene un cupo en {} {} fuera de las horas que le convienen"],
	["{} has no room", "{} no tiene sala"],
	["{} cannot take place in {}", "{} no puede tener lugar en {}"],
	["{} is in {} {#} outside its hours", "{} está en {} {} fuera de su horario"],
	["{} are in {} at the same time for {}", "{} están a la vez en {} durante {}"],
	["{} takes {} outside its hours or where there is none, by {}", "{} usa {} fuera de su horario o donde no hay, por {}"],
	["{} together take {} more of {} than there is", "{} usan juntas {} más de {} de lo que hay"],
	["{} has {#} too many", "{} tiene {} de más"],
	["{} has a seat in {} that was not asked for, is there twice, or does not take place", "{} tiene un cupo en {} que no se pidió, está dos veces o no tiene lugar"],
	["{} has {} more than asked for: {}", "{} tiene {} más de lo pedido: {}"],
	["{} breaks a rule about who sits together or apart, for {}", "{} rompe una regla sobre quién va junto o separado, para {}"],
	["{} are {} too close together", "{} están demasiado seguidas por {}"],
	["{} are in the wrong order, by {}", "{} están en orden equivocado, por {}"],
	["{} is not authorized by {}: {} missing", "{} no tiene autorización de {}: faltan {}"],
	["{} has no authorization on file", "{} no tiene autorización registrada"],
	["{} works {#} too long in one day", "{} trabaja {} de más en un día"],
	["{} works {#} too long in one week", "{} trabaja {} de más en una semana"],
	["{} lacks {#} of rest between {}", "a {} le faltan {} de descanso entre {}"],
	["{} works {#} too many in a row", "{} trabaja {} seguidos de más"],
	["{} has {} points too many", "{} tiene {} puntos de más"],
	["{} is locked and not where it was published", "{} está fija y no está donde se publicó"]
], cc = [
	["1 minute", "1 minuto"],
	["{n} minutes", "{} minutos"],
	["1 day", "1 día"],
	["{n} days", "{} días"],
	["1 hour", "1 hora"],
	["{n} hours", "{} horas"],
	["1 unit", "1 unidad"],
	["{n} units", "{} unidades"],
	["1 seat", "1 cupo"],
	["{n} seats", "{} cupos"],
	["1 patient", "1 paciente"],
	["{n} patients", "{} pacientes"],
	["1 session", "1 sesión"],
	["{n} sessions", "{} sesiones"],
	["1 point", "1 punto"],
	["{n} points", "{} puntos"],
	["1 piece", "1 pieza"],
	["{n} pieces", "{} piezas"],
	["1 entry", "1 entrada"],
	["{n} entries", "{} entradas"]
], lc = [["{} and {} more", "{} y {} más"], ["{} and {}", "{} y {}"]], uc = [
	["every hard rule is kept", "se cumplen todas las reglas obligatorias"],
	["nobody but `{}` may give it on that day", "ese día nadie más que `{}` puede darla"],
	["`{}` may give it on that day, and 1 other clinician", "ese día puede darla `{}`, y otro clínico"],
	["`{}` may give it on that day, and {} other clinicians", "ese día puede darla `{}`, y otros {} clínicos"],
	["`{}` is one of the patient's usual clinicians", "`{}` es uno de los clínicos habituales del paciente"],
	["room `{}` is open, free and fits", "`{}` está abierta, libre y es adecuada"],
	["{} of {} seats are taken, {} are wished for", "hay {} de {} cupos tomados; se desean {}"],
	["it starts when the patient would rather come", "comienza cuando el paciente prefiere venir"],
	["authorization `{}` covers it", "la cubre la autorización `{}`"],
	["it is locked where it is", "está fija donde está"],
	["a place would cost {} more than leaving it out", "darle un lugar costaría {} más que no darla"],
	["then it fits with `{}` at {}", "entonces cabe con `{}` el {}"],
	["there is no time at which everyone who must be there can come", "no hay una hora a la que puedan venir todos los que deben estar"],
	["widen the hours of patient, order or family", "amplíe las horas del paciente, la orden o la familia"],
	["nobody has what it takes to give it", "nadie tiene lo que se necesita para darla"],
	["check skills, licenses and wishes", "revise habilidades, licencias y preferencias"],
	["no room would do for it", "ninguna sala le serviría"],
	["list a room with the seats and features it needs", "agregue una sala con los cupos y características que necesita"],
	["nobody who may give it works at a time when it may take place", "nadie que pueda darla trabaja a una hora en que puede tener lugar"],
	["widen hours or skills", "amplíe horarios o habilidades"],
	["no group is offered", "no se ofrece ningún grupo"],
	["of the group sessions, {}", "de las sesiones de grupo, {}"],
	["every possible place breaks a rule", "todo lugar posible rompe una regla"],
	["nothing can be planned: the patient is not in care then, or no hours are left", "no se puede planificar nada: el paciente no está entonces en atención, o no quedan horas"],
	["move `{}` to {} with `{}`", "mueva `{}` al {} con `{}`"],
	["`{}` works on {} too", "`{}` trabaja también el {}"],
	["room `{}` is open on {} too", "`{}` abre también el {}"],
	["one more room like `{}`", "una sala más como `{}`"],
	["{} more of `{}`", "{} más de `{}`"],
	["patient `{}` can come on {} too", "`{}` puede venir también el {}"],
	["an authorization for patient `{}` that covers {}", "una autorización para `{}` que cubra el {}"],
	["renew authorization `{}`: {} more units, valid on {}", "renueve la autorización `{}`: {} unidades más, válida el {}"],
	["renew the license of `{}`, valid on {}", "renueve la licencia de `{}`, válida el {}"],
	["`{}` works {} minutes longer than the most of a day", "`{}` trabaja {} minutos más que el máximo de un día"],
	["`{}` works {} minutes longer than the most of a week", "`{}` trabaja {} minutos más que el máximo de una semana"],
	["`{}` takes {} points more a week", "`{}` toma {} puntos más por semana"],
	["`{}` takes {} more patients", "`{}` toma {} pacientes más"],
	["{} more seats in `{}`", "{} cupos más en `{}`"],
	["`{}` may be {} days from the next one", "`{}` puede estar a {} días de la siguiente"],
	["`{}` need not come after `{}`", "`{}` no tiene que venir después de `{}`"],
	["{} minutes less rest between two days", "{} minutos menos de descanso entre dos días"],
	["{} more days in a row", "{} días seguidos más"],
	["no plan is better", "ningún plan es mejor"],
	["no plan can be more than {} % better", "ningún plan puede ser más de {} % mejor"],
	["with what came from there it would break a rule: {}", "con lo que vino de allá rompería una regla: {}"],
	["both changed it; people have been told what the other system says", "ambos la cambiaron; a las personas se les dijo lo que dice el otro sistema"],
	["it was taken out there; the plan had moved it", "se quitó allá; el plan la había movido"],
	["it was moved there; the plan had taken it out", "se movió allá; el plan la había quitado"],
	["it is new on both sides; people have been told what the other system says", "es nueva en ambos lados; a las personas se les dijo lo que dice el otro sistema"],
	["nobody else changed it", "nadie más la cambió"],
	["the plan adds it, and nothing there is in its place", "el plan la agrega, y allá no hay nada en su lugar"],
	["the plan takes it out, and nobody changed it there", "el plan la quita, y allá nadie la cambió"],
	["it was changed there, and the plan leaves it alone", "se cambió allá, y el plan no la toca"],
	["it was added there", "se agregó allá"],
	["it was taken out there", "se quitó allá"],
	["both did the same", "ambos hicieron lo mismo"],
	["what is locked breaks a rule by itself: {}; unlock one session of each", "lo que está fijo rompe una regla por sí solo: {}; suelte una sesión de cada una"],
	["only a session that the start has placed can be locked", "solo se puede fijar una sesión que ya tiene lugar"],
	["the plan that was found breaks a hard rule and is not shown", "el plan encontrado rompe una regla obligatoria y no se muestra"]
], dc = [
	["one room under two names can be booked twice at the same time", "una sala con dos nombres puede reservarse dos veces a la misma hora"],
	["a service that asks for one spelling does not find those who hold the other", "un servicio que pide una forma no encuentra a quienes tienen la otra"],
	["a service that asks for one spelling does not find those who are listed under the other", "un servicio que pide una forma no encuentra a quienes están con la otra"],
	["demand and authorizations are counted for each of the two apart", "la demanda y las autorizaciones se cuentan por separado para cada uno"],
	["it blocks people and rooms, and counts as time given", "bloquea personas y salas, y cuenta como tiempo dado"],
	["the day counts as worked, and the history makes everybody look too fast", "el día cuenta como trabajado, y el historial hace que todos parezcan demasiado rápidos"],
	["documentation time and workload are read from it", "de ahí se leen el tiempo de documentación y la carga de trabajo"],
	["waiting times and lengths of stay become negative", "los tiempos de espera y de estancia resultan negativos"],
	["utilization and cost are counted from the paid time", "el uso y el costo se cuentan a partir del tiempo pagado"],
	["weekly minimum hours and staffing limits hang on the level of care", "los mínimos semanales y los límites de personal dependen del nivel de atención"],
	["weekly minimum hours are taken from the level, priority from the phase", "los mínimos semanales se toman del nivel; la prioridad, de la fase"],
	["the phase drives weekly minimum hours and priority", "la fase determina los mínimos semanales y la prioridad"],
	["sessions that ask for it cannot be given by this person", "esta persona no puede dar las sesiones que la piden"],
	["sessions after that day cannot be given by this person", "esta persona no puede dar sesiones después de ese día"],
	["nobody without hours can be planned or seen", "a nadie sin horario se le puede planificar ni atender"],
	["of two that could be used the units may be counted twice", "si dos sirven, las unidades pueden contarse dos veces"],
	["no further session can be given under it", "no se puede dar ninguna otra sesión con ella"],
	["they count neither as attended nor as missed, and still draw on authorizations", "no cuentan como asistidas ni como perdidas, y aún descuentan de las autorizaciones"],
	["people and rooms look double-booked, and the session counts twice", "personas y salas parecen reservadas dos veces, y la sesión cuenta dos veces"],
	["a missing file looks like this, and so does a renamed service: forecasts and rates learn from it", "así se ve un archivo que falta, y también un servicio con otro nombre: pronósticos y tasas aprenden de eso"],
	["an authorization of payer `{}` from {} stands in two rows", "una autorización del pagador `{}` desde el {} está en dos filas"],
	["two authorizations cover the same service from {} to {}", "dos autorizaciones cubren el mismo servicio del {} al {}"],
	["all {} units for `{}` are used, and the order goes on", "se usaron las {} unidades de `{}`, y la orden continúa"],
	["{} units more than the {} granted are used for `{}`", "se usaron {} unidades más de las {} otorgadas para `{}`"],
	["{} appointments before {} are still booked", "{} citas anteriores al {} siguen sin cerrar"],
	["clinicians have no hours", "hay clínicos sin horario"],
	["{} clinicians have no hours", "{} clínicos no tienen horario"],
	["{} patients in care have no hours", "{} pacientes en atención no tienen horario"],
	["{} patients in a program have no level of care", "{} pacientes en un programa no tienen nivel de atención"],
	["a patient has level `{}` in a phase of level {}", "un paciente tiene el nivel `{}` en una fase de nivel {}"],
	["a patient is listed as being assessed after {} sessions", "un paciente figura en evaluación después de {} sesiones"],
	["`{}` of clinician `{}` ended on {}", "`{}` del clínico `{}` venció el {}"],
	["`{}` of clinician `{}` ends on {}, in {} days", "`{}` del clínico `{}` vence el {}, en {} días"],
	["{} `{}` (in {} rows) and `{}` (in {}) read the same", "{} `{}` (en {} filas) y `{}` (en {}) se leen igual"],
	["{} `{}` (in {} rows) and `{}` (in {}) differ by one letter", "{} `{}` (en {} filas) y `{}` (en {}) difieren en una letra"],
	["{} `{}` (in {} rows) and `{}` (in {}) are nearly the same", "{} `{}` (en {} filas) y `{}` (en {}) son casi iguales"],
	["a session on {} lasts {} h {} min", "una sesión el {} dura {} h {} min"],
	["clinician `{}` has {} sessions on {}", "el clínico `{}` tiene {} sesiones el {}"],
	["clinician `{}` has {} min of sessions and {} min of documentation on {}", "el clínico `{}` tiene {} min de sesiones y {} min de documentación el {}"],
	["a patient was discharged on {}, before the admission on {}", "un paciente tuvo el alta el {}, antes de la admisión el {}"],
	["an inpatient stay ends before it begins", "una hospitalización termina antes de comenzar"],
	["a license for `{}` ends before it begins", "una licencia de `{}` termina antes de comenzar"],
	["a payment period ends before it begins", "un período de pago termina antes de comenzar"],
	["a session begins before it was asked for", "una sesión comienza antes de haberse pedido"],
	["a session was agreed before it was asked for", "una sesión se acordó antes de haberse pedido"],
	["a session was changed before it was asked for", "una sesión se cambió antes de haberse pedido"],
	["clinician `{}` was paid for {} min on {}, of which {} are leave, meetings, writing and travel", "al clínico `{}` se le pagaron {} min el {}, de los cuales {} son licencias, reuniones, escritura y viajes"],
	["the same session stands in {} rows, at {}", "la misma sesión está en {} filas, a las {}"],
	["all sessions change from {} to {} a week in the week of {}", "todas las sesiones cambian de {} a {} por semana en la semana del {}"],
	["sessions of `{}` change from {} to {} a week in the week of {}", "las sesiones de `{}` cambian de {} a {} por semana en la semana del {}"]
], fc = [
	["malformed", "no concuerda con las tablas"],
	["session window", "fuera de sus horas"],
	["grid", "fuera de la cuadrícula"],
	["not eligible", "clínico que no puede darla"],
	["same clinician", "mismo clínico dos veces"],
	["part offset", "entrada a destiempo"],
	["clinician hours", "fuera del horario del clínico"],
	["clinician overlap", "clínico con dos citas"],
	["patient overlap", "paciente con dos citas"],
	["patient hours", "el paciente no puede venir"],
	["wrong room", "sala equivocada"],
	["room hours", "sala cerrada"],
	["room overlap", "sala con dos sesiones"],
	["equipment", "equipo"],
	["group seats", "grupo con exceso"],
	["seat not offered", "cupo no ofrecido"],
	["group pair", "par junto o separado"],
	["spacing", "demasiado seguidas"],
	["order", "orden"],
	["authorization", "autorización"],
	["day limit", "límite diario"],
	["week limit", "límite semanal"],
	["rest", "descanso"],
	["days in row", "días seguidos"],
	["points cap", "tope de puntos"],
	["caseload cap", "tope de carga"],
	["lock moved", "fija que se movió"],
	["no show", "ausencias"],
	["overtime hours", "horas extra"],
	["utilization", "uso del tiempo"],
	["travel", "viajes"],
	["scheduling hours", "horas para programar"],
	["turnover", "rotación"],
	["readmission", "readmisiones"],
	["readmissions", "readmisiones"]
], pc = {
	sentences: [
		...tc,
		...nc,
		...rc,
		...sc,
		...oc,
		...uc,
		...dc,
		...ic,
		...ac,
		...Zs,
		...Qs,
		...$s,
		...ec,
		...cc,
		...fc,
		...qs,
		...Js,
		...Ys,
		...Xs
	],
	values: [...cc, ...lc]
}, mc = {
	title: "Asistencia",
	intro: "Quién se espera que venga a las sesiones del tablero, según lo aprendido de las visitas pasadas de esta clínica. Sirve para ayudar y para planificar tiempo libre a partir de sumas. No se juzga, mueve ni sobrecita a nadie por ello.",
	learning: (e) => `Se aprende de ${e} visitas pasadas`,
	empty: "La asistencia se aprende de visitas pasadas con su resultado. Esta clínica no tiene ninguna registrada.",
	addData: "Agregar visitas",
	retry: "Revisar de nuevo",
	noPlan: "No hay visitas planificadas en los días del tablero.",
	outcomes: {
		no_show: "Ausencia sin aviso",
		late_cancel: "Cancelación tardía",
		provider_cancel: "Cancelada por la clínica"
	},
	sources: {
		model: "el modelo de esta clínica",
		baseline: "la tasa de la clínica para este servicio",
		nothing: "nada: sin historial"
	},
	help: {
		nearer_slot: "Cita más próxima",
		video: "Video",
		ride: "Transporte",
		call: "Llamada"
	},
	finding: (e, t, n, r) => `Se espera que tengan lugar unas ${e} de ${t} visitas planificadas: en 19 de cada 20 semanas así, de ${n} a ${r}.`,
	findingNote: "Si los pacientes vienen independientemente unos de otros. Un camino cerrado por la nieve deja en casa a muchos a la vez.",
	tiles: {
		completion: ["Visitas que tienen lugar", "K9: de todas las que no se devuelven a tiempo"],
		attendance: ["Asistencia", "K11: de las visitas que la clínica mantiene"],
		no_show_rate: ["Ausencias sin aviso", "K10: de las visitas que nadie cancela"],
		held: "Horas de sesión realizadas"
	},
	hoursOf: (e) => `de ${e} planificadas: viene al menos un paciente`,
	days: "Por día",
	dayCaption: (e, t) => `Visitas esperadas por día, de las planificadas (líneas cortas). La menor proporción, el ${e}: ${t}.`,
	dayUnit: "Visitas esperadas",
	dayText: (e, t) => `${e} de ${t}`,
	helpTitle: "Quién puede necesitar ayuda para venir",
	helpNote: (e, t) => `Visitas que se pierden o cancelan tarde con una probabilidad de ${e} o más; lo habitual es ${t}. La ayuda se ofrece, nunca se impone. Quien recibió ayuda y vino parece no haberla necesitado: lleve un registro.`,
	helpNone: "Ninguna visita tiene mucha más probabilidad de perderse que lo habitual.",
	missed: (e) => `${e} de probabilidad de perderse`,
	noShow: (e, t, n) => `Ausencia sin aviso, si nadie cancela: ${e} (intervalo del 95 %, de ${t} a ${n})`,
	then: (e) => `se pierde el ${e} de las visitas como esta`,
	open: (e) => `Abrir ${e} en la agenda`,
	more: (e) => `Mostrar ${e} más`,
	overbooking: "Nunca se sobrecita a un paciente por su nombre.",
	overbookingNote: "El tiempo libre se planifica con las sumas de arriba, igual para todos. En un estudio publicado, sobrecitar según las ausencias previstas hizo esperar a los pacientes negros cerca de un 30 % más (Samorani y otros, 2022).",
	quality: "Qué tan bueno es",
	outcome: "Resultado",
	held: (e, t) => `Último trimestre del historial, no visto al aprender: ${e} visitas, ${t} de este tipo.`,
	source: (e) => `En uso: ${e}.`,
	noEvaluation: "El historial es muy corto para reservar una parte, así que no se puede decir qué tan bueno es.",
	qualityColumns: [
		"",
		"Modelo",
		"Tasa por servicio"
	],
	measures: {
		auc: ["AUC", "probabilidad de distinguir una visita en la que ocurrió de otra en la que no; 0.5 es una moneda al aire"],
		brier: ["Puntaje de Brier", "distancia cuadrática media entre probabilidad y resultado; menos es mejor"],
		log_loss: ["Pérdida logarítmica", "lo que decide entre modelo y tasa; menos es mejor"],
		calibration_error: ["Error de calibración", "distancia media entre lo previsto y lo observado"]
	},
	gain: (e, t, n) => `Pérdida logarítmica del modelo menos la de la tasa: ${e} (intervalo del 95 %, de ${t} a ${n}, agrupado por paciente). El modelo se usa solo si todo queda por debajo de 0.`,
	calibration: "Previsto y observado",
	calibrationCaption: (e, t, n) => `Lo previsto y lo observado difieren en ${e} puntos en promedio; ${t} de ${n} intervalos contienen la diagonal.`,
	recalibrated: (e) => `Ajustado con las ${e} visitas de las últimas cuatro semanas.`,
	effects: "Con qué se relaciona",
	effectsNote: "Logaritmo de la razón de probabilidades que se suma al de la visita media: 0.7 es cerca del doble. Lo que acompaña a una visita perdida no tiene por qué causarla.",
	factor: "Factor",
	effectText: (e, t) => `razón × ${e}, n ${t}`,
	effectsCaption: (e, t) => `Más con “${e}”, menos con “${t}”.`,
	groups: "Ausencias sin aviso por grupos, frente a lo previsto",
	by: "Por",
	groupings: {
		language: "Idioma",
		equity_group: "Grupo de equidad",
		site: "Sede",
		level_of_care: "Nivel de atención"
	},
	groupsNote: "Ausencias observadas entre esperadas en las visitas reservadas, con intervalos del 95 %. Ninguno de estos grupos se usa para prever. El mismo trato por un número no es el mismo servicio.",
	groupText: (e, t) => `× ${e}, ${t}`,
	people: (e) => D(e, "persona"),
	asPredicted: "como se previó",
	hidden: (e) => `Se ${e === 1 ? "oculta" : "ocultan"} ${D(e, "grupo")} de menos de 10 personas, o que delataría a otro.`,
	noGroups: "No se puede mostrar ningún grupo.",
	flagged: "Proporción de las visitas a las que se ofrecería ayuda primero",
	flaggedOf: (e, t) => `${e}: ${t}`,
	unstated: "sin indicar",
	history: "De qué se aprendió",
	learned: (e, t, n) => `${e} visitas del ${t} al ${n}.`,
	leftOut: (e, t, n) => `Excluidas: ${e} canceladas a tiempo, ${t} pasadas sin resultado, ${n} con personas o servicios que no están en las tablas.`,
	limits: "Lo que no puede saber",
	expected: "Quién se espera",
	one: (e) => `${e} de probabilidad de que tenga lugar`,
	several: (e, t) => `se ${t === 1 ? "espera" : "esperan"} ${e} de ${D(t, "paciente")}`,
	atLeastOne: (e) => `Viene al menos uno con ${e}.`,
	of100: (e, t, n) => `De 100 visitas así: ${e} ausencias sin aviso, ${t} canceladas tarde, ${n} canceladas por la clínica.`,
	made: "De qué se compone",
	looking: "Se revisa de qué se compone",
	ofPatient: (e) => e,
	patient: (e) => `Paciente ${e}`,
	score: (e, t, n, r) => `${e}: ${t} (intervalo del 95 %, de ${n} a ${r})`,
	rate: (e) => `Según ${e}; no se usa nada de la persona.`,
	base: "La visita media",
	rest: "Todos los demás factores",
	sum: "Logaritmo de la razón, en total",
	added: "Logaritmo de la razón",
	chain: "Primero cancela la clínica, luego el paciente y luego se pierde la visita: cada paso se pregunta por lo que dejó el anterior."
}, hc = {
	title: "Tiempo que se debe dejar libre",
	intro: "Para quienes llegan sin cita: emergencias y personas atendidas el mismo día en que lo piden.",
	level: "Debe alcanzar en el",
	levels: (e) => `${Math.round(e * 100)} % de los días`,
	walkIns: "Contar a quienes se atiende el mismo día",
	freed: "Tiempo de ausencias que se puede usar",
	freedShares: (e) => e === 0 ? "nada" : e === 1 ? "todo" : "la mitad",
	looking: "Se cuentan las llegadas",
	look: "Revisar de nuevo",
	finding: (e, t) => `Deje libres ${e} al día: alcanza en el ${t}.`,
	from: (e, t) => `de ${e} a ${t}`,
	findingNone: (e) => `No hace falta dejar tiempo libre: lo que se libera solo alcanza en el ${e}.`,
	learned: (e, t, n, r) => `Aprendido de ${D(e, "emergencia")} y ${D(t, "llegada sin cita", "llegadas sin cita")} en ${D(n, "día")} de trabajo desde el ${r}.`,
	each: (e) => `Cada una toma ${e} en promedio.`,
	alike: "Los días de la semana no difieren más de lo que haría el azar, así que comparten una tasa.",
	apart: "Los días de la semana difieren más de lo que haría el azar, así que cada uno tiene su tasa.",
	clustered: (e) => `Las llegadas vienen juntas (varían ${e} veces lo que haría el azar); por eso el tiempo es mayor.`,
	byWeekday: "Minutos que se deben dejar libres por día de la semana",
	weekdays: {
		Mon: "Lunes",
		Tue: "Martes",
		Wed: "Miércoles",
		Thu: "Jueves",
		Fri: "Viernes",
		Sat: "Sábado",
		Sun: "Domingo"
	},
	columns: {
		weekday: "Día",
		arrivals: "Llegadas al día",
		needed: "Necesario",
		freed: "Se libera solo",
		keep: "Dejar libre",
		chance: "Alcanza en"
	},
	of: (e) => `n ${D(e, "día")}`,
	onAverage: (e) => `${e} en promedio`,
	tableNote: (e) => `Tiempo de clínicos, de toda la clínica y el día. Necesario: si nada se libera solo. Se libera solo: tiempo de sesiones que no se espera realizar; cuenta ${e}.`,
	plan: "Lo que deja el plan del tablero",
	planColumns: {
		day: "Día",
		free: "Libre",
		kept: "Que se debe dejar",
		chance: "Alcanza en"
	},
	planFinding: (e, t, n) => e === t ? `El plan deja lo suficiente en ${t === 1 ? "su único día" : `sus ${D(t, "día")}`}.` : `El plan deja lo suficiente en ${e} de ${D(t, "día")}: en los demás la probabilidad es menor que ${n}.`,
	pieces: (e, t) => `caben ${e} de corrido: ${t}`,
	planNote: "Libre: sin citas, sin contar almuerzo ni traslados. De corrido: cuántas llegadas de duración habitual caben entre las sesiones del día de un clínico, y la probabilidad de que no lleguen más.",
	almostAll: "más del 99 %",
	booked: (e, t) => `${e} de ${t} con cita`,
	enough: (e) => `✓ ${e}`,
	less: (e) => `▲ ${e}`,
	held: (e, t, n) => `Probado con el pasado: lo que pide la primera mitad de estos días alcanzó en ${e} de ${D(t, "día posterior", "días posteriores")}; se había dicho ${n}.`,
	accept: "Dejar libre este tiempo",
	acceptNone: "No dejar nada libre",
	acceptNote: "La próxima vez que optimice la semana se deja libre, salvo que una sesión más importante no tenga otro lugar. Deshacer lo revierte.",
	accepted: "Se dejó tiempo libre para llegadas sin cita",
	kept: "✓ La clínica deja libre este tiempo.",
	keptNow: (e) => `Hoy la clínica deja libres ${e} al día; esto ocupa su lugar.`,
	optimize: "Optimizar la semana con esto",
	alone: "Lo que cada parte de la clínica necesitaría sola",
	aloneNote: "En conjunto más que el total, porque una no puede ayudar a la otra.",
	aloneColumns: {
		part: "Parte",
		arrivals: "Llegadas",
		needed: "Necesario al día"
	},
	parts: {
		emergency: "Emergencias",
		walk_in: "Llegadas sin cita",
		any: "Cualquier disciplina",
		morning: "Pedido en la mañana",
		afternoon: "Pedido en la tarde"
	},
	limits: "Lo que no puede saber",
	addData: "Agregar llegadas"
}, gc = {
	title: "Agenda",
	mode: "Día o semana",
	day: "Día",
	week: "Semana",
	rowsBy: "Filas por",
	groupings: {
		clinicians: "Clínicos",
		rooms: "Salas",
		patients: "Pacientes"
	},
	previousDay: "Día anterior",
	nextDay: "Día siguiente",
	list: "Mostrar como lista",
	board: "Mostrar como tablero",
	names: "Mostrar nombres de pacientes",
	optimize: "Optimizar la semana",
	optimizeAgain: "Optimizar de nuevo",
	proposal: "Propuesta",
	kept: "Plan conservado",
	current: "Agenda actual",
	keep: "Conservar este plan",
	goBack: "Volver atrás",
	legend: "Leyenda",
	keys: "Las flechas pasan de una sesión a otra. Alt+flechas mueve una. Enter detalles, M mover, L fijar, U quitar, [ ] día.",
	boardLabel: (e, t) => `Agenda por ${e}, ${t}`,
	problems: (e) => D(e, "problema"),
	sessions: (e) => D(e, "sesión", "sesiones"),
	noProblems: "Se cumplen todas las reglas obligatorias",
	nothingYet: "Aún no hay nada que revisar",
	empty: {
		clinicians: "Esta clínica aún no tiene clínicos. Traiga las tablas clinicians, patients y orders para planificar una semana.",
		rooms: "Esta clínica no tiene salas.",
		patients: "Ningún paciente tiene sesión en los días mostrados."
	},
	addData: "Agregar datos",
	noProblemsNote: "El verificador independiente no encontró nada mal en este plan.",
	notPlaced: (e) => `${D(e, "sesión", "sesiones")} sin ubicar`,
	seatsNotGiven: (e) => `${D(e, "cupo de grupo pedido y no dado", "cupos de grupo pedidos y no dados")}.`,
	emptyCell: (e, t) => `${e}, ${t}, sin sesiones`,
	weekCell: (e, t, n, r, i) => `${e}, ${t}, ${n === 0 ? "sin sesiones" : `${D(n, "sesión", "sesiones")}, ${r}`}${i ? `, ${D(i, "problema")}` : ""}. Enter abre el día.`,
	locked: "fija",
	moved: "movida",
	problem: "problema",
	was: (e) => `antes ${e}`,
	notToPatient: "Una sesión no se puede dar a otro paciente. Muévala de hora, o a otro clínico u otra sala.",
	panel: "Hallazgos",
	problemsTitle: "Problemas",
	tiles: "Indicadores",
	columns: {
		time: "Hora",
		session: "Sesión",
		clinician: "Clínico",
		where: "Dónde",
		patients: "Pacientes",
		state: "Estado",
		commands: "Acciones"
	},
	noDay: "El plan cubre solo estos días",
	edgeLocked: "Esta sesión está fija. Suéltela primero.",
	outOfHorizon: "Ese día queda fuera de la semana que se planifica.",
	dragHint: (e, t) => `${e} ${t}`
}, _c = {
	improving: (e) => e === 0 ? "Mejorando: todo tiene lugar" : `Mejorando: ${e === 1 ? "queda" : "quedan"} ${D(e, "sesión", "sesiones")} por ubicar`,
	step: (e, t, n, r) => {
		let i = n > 1 ? `, ${C(n)} procesos` : "", a = r === void 0 ? "" : `, faltan unos ${r < 90 ? `${r} s` : `${Math.round(r / 60)} min`}`;
		return `paso ${C(e)} de ${C(t)}${i}${a}`;
	},
	stop: "Detener y conservar lo mejor",
	first: "Se busca un primer plan que cumpla todas las reglas",
	done: (e, t) => `${e === 1 ? "Cambió" : "Cambiaron"} ${C(e)} de ${D(t, "sesión", "sesiones")}.`,
	notMet: (e) => `No se ${e === 1 ? "pudo" : "pudieron"} atender ${D(e, "pedido")}.`,
	allMet: "Cada pedido tiene lugar.",
	nothingBetter: "No se encontró un plan mejor. Su plan ya cumple todas las reglas.",
	stopped: "Detenido. Este es el mejor plan encontrado hasta ahora.",
	bound: (e) => `Ningún plan podría ser más de ${e} mejor.`,
	record: (e, t, n) => {
		let r = n > 1 ? ` en ${C(n)} procesos` : "";
		return `${C(e)} pasos${r}, semilla ${t}: lo mismo otra vez da el mismo plan.`;
	},
	fits: (e) => `${D(e, "sesión", "sesiones")} no ${e === 1 ? "cabe" : "caben"}.`
}, vc = {
	title: "Qué cambió",
	moved: "Movidas",
	way: "Otra modalidad",
	room: "Otra sala",
	placed: "Ubicadas ahora",
	removed: "Quitadas",
	seats: "Otros pacientes",
	notMet: "Sin atender",
	kept: (e) => `${D(e, "sesión queda", "sesiones quedan")} donde ${e === 1 ? "estaba" : "estaban"}`,
	none: "Nada difiere de la agenda actual.",
	movedOnly: "Solo las movidas",
	mandated: "obligatoria",
	from: "antes"
}, yc = {
	title: "Sesión",
	close: "Cerrar la sesión",
	lock: "Fijar",
	unlock: "Soltar",
	lockReason: "Por qué se queda donde está",
	lockReasonNote: "Para quien planifique después y para el registro. Sin nombres.",
	unplace: "Quitar",
	place: "Buscar un lugar",
	moveTo: "Mover a…",
	move: "Mover",
	whyHere: "Por qué aquí",
	aPatient: "el paciente",
	thisOne: "esta sesión",
	noAuthorization: "no tiene autorización registrada",
	whyNot: "Por qué no se ubicó",
	costs: "Lo que cuesta este lugar",
	costFree: "Nada más: este lugar no agrega costo al plan.",
	saves: "No darla costaría",
	costNote: "Los costos son los precios que sopesa el optimizador. No se cobran a nadie.",
	other: "Otros lugares, del mejor al peor",
	otherNone: "Ningún otro lugar cumple todas las reglas.",
	blockedBy: "Lo que lo impide",
	use: "Usar",
	problems: "Qué está mal aquí",
	clinician: "Clínico",
	second: (e) => `Clínico ${e}`,
	day: "Día",
	time: "Hora",
	room: "Sala",
	noRoom: "Sin sala",
	modality: "Cómo",
	none: "Sin ubicar",
	looking: "Se buscan otros lugares",
	refused: "Este movimiento rompería una regla, así que no se cambió nada.",
	same: "cuesta lo mismo",
	cheaper: (e) => `${e} menos`,
	dearer: (e) => `${e} más`
}, bc = {
	settings: "ajustes",
	weights: "ponderaciones",
	rules: "reglas",
	sites: "sedes",
	rooms: "salas",
	equipment: "equipo",
	services: "servicios",
	clinicians: "clínicos",
	licenses: "licencias",
	absences: "ausencias",
	patients: "pacientes",
	contacts: "contactos",
	consents: "consentimientos",
	orders: "órdenes",
	groups: "grupos",
	pairs: "pares",
	authorizations: "autorizaciones",
	appointments: "citas",
	attendances: "asistencias",
	shifts: "turnos",
	travel: "traslados",
	referrals: "referidos",
	staff_days: "días de personal",
	scheduling_work: "trabajo de programación",
	surveys: "encuestas",
	scores: "puntajes",
	stays: "estancias",
	departures: "salidas",
	headcounts: "dotación",
	care_periods: "períodos de atención",
	triage_rules: "reglas de triaje",
	decisions: "decisiones",
	load_caps: "topes de carga",
	reserves: "reservas",
	evaluation: "en evaluación",
	detox: "manejo de la abstinencia",
	residential: "residencial",
	partial_hospitalization: "hospitalización parcial",
	intensive_outpatient: "ambulatorio intensivo",
	outpatient: "ambulatorio",
	maintenance: "atención continua",
	home_health: "salud en el hogar",
	rehabilitation: "rehabilitación",
	open: "abrir",
	import: "importar",
	solve: "optimizar",
	accept: "aceptar",
	reject: "rechazar",
	override: "decidir otra cosa",
	lock: "fijar",
	edit: "editar",
	export: "exportar",
	unlock: "soltar",
	wipe: "borrar",
	save: "guardar",
	undo: "deshacer",
	redo: "rehacer"
};
function xc(e) {
	return Object.hasOwn(bc, e) ? bc[e] : e.replaceAll("_", " ");
}
// words/es-US/views.ts
var Sc = {
	title: "Indicadores",
	before: "antes",
	was: (e) => `antes ${e}`,
	better: "mejor",
	worse: "peor",
	same: "sin cambio",
	change: "cambió",
	all: "Todos los indicadores",
	intro: "Calculados en esta pestaña con la clínica abierta.",
	basis: {
		plan: "de la semana planificada",
		history: "del pasado"
	},
	computable: (e, t) => `Con estos datos se ${e === 1 ? "puede" : "pueden"} calcular ${C(e)} de ${D(t, "indicador", "indicadores")}.`,
	notComputable: "No se puede calcular",
	needs: "Necesita",
	definition: "Definición",
	numerator: "Numerador",
	denominator: "Denominador",
	n: "n",
	cases: "Casos (n)",
	interval: "Intervalo",
	quantiles: "Dispersión",
	leftOut: "Excluido",
	notes: "Notas",
	edge: "Casos dudosos",
	source: "Fuente",
	rows: "Filas que cuentan",
	rowsOf: (e, t) => e < t ? `las primeras ${C(e)} de ${C(t)}` : C(t),
	value: "Valor",
	splitBy: "Por grupos de pacientes",
	noSplit: "Todos juntos",
	groupings: {
		phase: "Fase del tratamiento",
		level_of_care: "Nivel de atención",
		site: "Sede",
		equity_group: "Grupo de equidad"
	},
	splitting: "Se revisan los grupos",
	noGroups: "Aquí no se cuenta a ningún paciente.",
	unstated: "sin indicar",
	people: "Personas",
	hidden: "oculto",
	hiddenNote: "Los grupos de menos de 10 personas se ocultan para que no se reconozca a nadie; con ellos puede ocultarse otro grupo.",
	inTable: (e) => `Identificadores en la tabla ${e}`,
	spread: (e, t, n) => `mediana ${e}, nueve de cada diez por debajo de ${t}, n ${C(n)}`,
	indicator: "Indicador",
	current: "Antes",
	plan: "Después",
	beforeAfter: "Antes es la agenda actual; después, el plan del tablero.",
	unknown: (e) => `${D(e, "indicador", "indicadores")} que estos datos no pueden dar`,
	why: "Por qué no",
	period: "De",
	bases: {
		plan: "Semana planificada",
		history: "Últimas 26 semanas"
	},
	none: "No hay indicadores de este tipo."
}, Cc = {
	title: "Planifique una semana de atención en esta pestaña",
	lead: "Rosterwell lee una agenda, encuentra lo que está mal, propone una semana mejor que cumple todas las reglas obligatorias y muestra qué pasaría con otro personal. Nada de lo que abra sale de este dispositivo.",
	sample: "Pruebe una clínica de muestra",
	sampleNote: "Las personas, las sesiones y el historial se generan a partir de una semilla. La agenda de la semana trae los errores que suelen cometerse.",
	kind: "Tipo de clínica",
	size: "Clínicos",
	seed: "Semilla",
	open: "Abrir esta muestra",
	mine: "Usar mis datos",
	mineNote: "Una carpeta de archivos CSV, un libro de Excel o un archivo guardado aquí. Verá qué se entendió antes de que se reemplace algo.",
	goData: "Elegir archivos",
	template: "Descargar el libro vacío",
	keep: "Conservar una copia",
	keepNote: "Esta página no guarda nada. Guarde un archivo antes de cerrar la pestaña.",
	now: "Lo que está abierto",
	drops: (e) => `Al abrir una muestra se ${e === 1 ? "pierde" : "pierden"} ${D(e, "cambio")} que ningún archivo tiene todavía.`,
	people: "Personas",
	peopleOf: (e, t) => `${D(e, "clínico")}, ${D(t, "paciente")} en atención`,
	week: "Semana",
	weekOf: (e, t) => `${D(e, "sesión", "sesiones")}, ${D(t, "cupo de grupo", "cupos de grupo")}`,
	history: "Historial",
	historyOf: (e) => D(e, "cita"),
	toSchedule: "Ir a la agenda",
	kinds: {
		addiction_treatment: "Centro de tratamiento de adicciones",
		home_health: "Agencia de salud en el hogar",
		outpatient_rehabilitation: "Rehabilitación ambulatoria",
		network: "Red mixta"
	}
}, wc = {
	title: "Datos",
	drop: "Suelte aquí archivos CSV, un libro o un archivo guardado",
	choose: "Elegir archivos",
	bring: "Traer datos",
	kind: "Tipo",
	formats: "CSV, libro de Excel (.xlsx), FHIR R4 (Bundle o NDJSON), calendarios (.ics) o JSON. Los archivos se leen en esta pestaña y no se envían a ninguna parte.",
	intoTable: (e, t, n, r) => `tabla ${xc(e)}, ${t}${C(n)} de ${D(r, "columna")} en uso`,
	rowsUsed: (e, t) => `${C(e)} de ${D(t, "fila")}, `,
	paste: "Pegar desde Excel",
	pasteInto: "Tabla",
	pasteHelp: "Copie en Excel las celdas con su fila de títulos, haga clic aquí y pegue.",
	pasteRead: "Leer las celdas pegadas",
	reading: "Leyendo",
	understood: "Lo que se entendió",
	column: "Columna",
	field: "Campo",
	ignored: "sin usar",
	preview: "Primeras filas",
	issues: "Observaciones",
	issueList: "Lista de observaciones",
	noIssues: "No se encontraron observaciones.",
	issueCount: (e, t) => `${D(e, "error", "errores")}, ${D(t, "advertencia")}`,
	severity: {
		error: "Error",
		warning: "Advertencia",
		note: "Nota"
	},
	severityFilter: "Mostrar",
	all: "Todas",
	where: "Dónde",
	cause: "Qué está mal",
	action: "Qué hacer",
	downloadIssues: "Descargar como CSV",
	use: (e, t) => `Usar ${C(e)} de ${D(t, "fila")}`,
	understoodRows: (e, t) => `Se ${e === 1 ? "puede" : "pueden"} usar ${C(e)} de ${D(t, "fila")}`,
	unusable: "Aquí no hay nada que se pueda usar. Lo que estaba abierto sigue abierto.",
	back: "Atrás",
	discard: "Descartar",
	mode: "Qué hacer con estas filas",
	modes: {
		replace: "Reemplazar la clínica",
		add: "Agregar a la clínica",
		compare: "Comparar con el plan"
	},
	profiles: "Exportaciones conocidas",
	looksLike: (e, t) => t === 100 ? `Esto se parece a: ${e}.` : `Esto se parece a: ${e} (${t} % de sus columnas).`,
	readBy: (e) => `Leído con su perfil “${e}”.`,
	useProfile: "Leerlo así",
	forgetProfile: "Olvidar este perfil",
	saveProfile: "Recordar cómo se lee este archivo",
	profileName: "Nombre de la fuente",
	keep: "Conservar",
	savedProfile: (e) => `Se recuerda cómo se lee “${e}”`,
	forgotProfile: (e) => `Se olvidó cómo se lee “${e}”`,
	dates: "Fechas como 3/4/2026",
	dateOrders: {
		auto: "según los datos",
		month_first: "primero el mes",
		day_first: "primero el día"
	},
	decimal: "Signo decimal",
	decimalMarks: {
		auto: "según los datos",
		point: "1,234.5",
		comma: "1.234,5"
	},
	fieldOf: (e) => `Campo de la columna ${e}`,
	replaces: "Esto reemplaza la clínica que está abierta. Deshacer no la recupera; guarde antes un archivo.",
	adds: "Lo que trae el calendario se agrega a la clínica abierta. Deshacer no lo quita; guarde antes un archivo.",
	tables: "Tablas",
	table: "Tabla",
	rows: "Filas",
	shown: (e, t, n) => `Filas ${C(e)} a ${C(t)} de ${C(n)}`,
	export: "Sacar datos",
	exportNote: "Los archivos se hacen en esta pestaña y van a su carpeta de descargas. Contienen lo que contienen las tablas.",
	exportPlan: "El plan del tablero",
	exportClinic: "Todas las tablas",
	formatName: {
		csv: "CSV",
		xlsx: "XLSX",
		json: "JSON",
		fhir: "FHIR",
		ndjson: "FHIR NDJSON"
	},
	previous: "Filas anteriores",
	next: "Filas siguientes",
	filter: "Buscar en esta tabla",
	row: "fila",
	nothing: "No hay ninguna clínica abierta.",
	openedFile: (e) => `Se abrió ${e}.`,
	imported: (e) => `Se ${e === 1 ? "importó" : "importaron"} ${D(e, "fila")}.`,
	exported: (e) => `Se guardó ${e} en sus descargas.`,
	failed: (e) => `${e}. Lo que estaba abierto sigue abierto.`,
	unreadable: (e) => `No se puede leer ${e}: se movió o cambió mientras se leía, o es una carpeta: elija el archivo de nuevo`,
	tooLarge: (e, t) => `${e} supera ${t}, lo máximo que se lee`,
	pasted: "celdas pegadas",
	notJson: (e) => `${e} no es un archivo JSON, o está cortado`,
	nothingUsed: "No se pudo usar ninguna de las filas",
	more: (e) => `Mostrar ${C(e)} más`
}, Tc = {
	title: "Privacidad",
	promise: "Los datos de pacientes que usted abre en este planificador se quedan en su navegador. El planificador no hace ninguna solicitud de red mientras trabaja, y al navegador se le indica que las rechace todas. Los datos solo salen cuando usted descarga, imprime o copia, o los envía a un portal que enmarca esta página.",
	promiseElement: "Este planificador corre dentro de una página ajena, y lo que usted abre se queda en esa página, salvo que usted lo descargue, imprima o copie, o que la página lo tome. Una vez iniciado, su propio código no hace ninguna solicitud de red; lo que haga la página que lo rodea depende de ella.",
	counter: "Solicitudes de red desde que se abrió esta página",
	how: "Cómo se cumple",
	howItems: [
		"La página es un solo archivo. El programa, el motor y los estilos están dentro; no carga nada.",
		"Una política dentro del archivo indica al navegador que rechace toda conexión, de la página y del motor.",
		"Lo que usted abre se lee en un proceso aparte que no tiene salida."
	],
	stored: "Qué se guarda",
	storedNone: "Ninguna cookie, y nada en este navegador salvo que active la copia de abajo. Al cerrar la pestaña se olvida todo lo que no esté en un archivo guardado.",
	saves: "Los archivos guardados se cifran con su frase de contraseña, salvo que elija otra cosa. No hay forma de recuperarla.",
	limits: "Lo que esto no cubre",
	limitItems: [
		"Una computadora, un navegador o una extensión que controla otra persona.",
		"Quien mire su pantalla.",
		"Los archivos que usted guarda, exporta o imprime, una vez que salieron de la página.",
		"Una página que solo se parece a esta: tome el archivo de una fuente de confianza y compare su SHA-256."
	],
	policy: "La política vigente"
}, Ec = {
	title: "Pronóstico",
	intro: "Lo que los registros de la clínica dicen de las próximas semanas: qué llega, cuántas horas de clínicos exige y si las hay.",
	ahead: "Semanas por delante",
	weeks: (e) => D(e, "semana"),
	level: "Las horas deben alcanzar con",
	levels: (e) => e === .5 ? "50 % (el caso medio)" : `${Math.round(e * 100)} %`,
	run: "Pronosticar",
	stop: "Detener",
	running: "Se hace el pronóstico",
	progress: (e, t) => `${D(e, "momento anterior probado", "momentos anteriores probados")} de ${t}`,
	stopped: "Detenido. No se reemplazó nada.",
	waiting: "El motor está ocupado. Pronostique cuando termine.",
	stale: "Estas cifras responden a la pregunta anterior a su último cambio.",
	done: "El pronóstico está listo",
	none: "Los pronósticos necesitan 8 semanas completas de referidos o visitas. Esta clínica no tiene registradas.",
	tooFew: (e) => `Los pronósticos necesitan 8 semanas completas de referidos o visitas. El historial más largo aquí tiene ${D(e, "semana")}, así que se mantiene la media y no se da un rango.`,
	addData: "Agregar visitas",
	press: "Presione Pronosticar para ver lo que viene.",
	enough: (e, t, n) => e === 1 ? `Las horas de la única disciplina alcanzan en cada una de ${D(t, "semana")}, con ${n}.` : `Las horas de las ${e} disciplinas alcanzan en cada una de ${D(t, "semana")}, con ${n}.`,
	short: (e, t, n, r) => `A ${e} de ${D(t, "disciplina")} ${e === 1 ? "le" : "les"} faltan horas: sobre todo ${n}, hasta ${r} en una semana.`,
	hoursTitle: "Horas necesarias y horas disponibles",
	hoursNote: (e, t, n) => `Horas por semana en promedio de las semanas por delante, según ${D(t, "semana completa registrada", "semanas completas registradas")} hasta el ${n}; el rango contiene 8 de cada 10 casos. Alcanza en total: la probabilidad de que alcancen las horas de todas las semanas juntas. A una semana le faltan horas si las suyas no alcanzan con ${e}.`,
	columns: {
		discipline: "Disciplina",
		needed: "Horas necesarias",
		there: "Horas disponibles",
		fte: "FTE necesarios / disponibles",
		chance: "Alcanza en total",
		short: "Semanas con faltante"
	},
	range: (e, t) => `de ${e} a ${t}`,
	fteOf: (e, t) => `${e} / ${t}`,
	chance: (e) => e >= .995 ? "más del 99 %" : e < .005 ? "menos del 1 %" : `${Math.round(e * 100)} %`,
	enoughWeeks: "ninguna",
	shortWeeks: (e, t, n) => `${e} de ${t}, hasta ${n}`,
	unstaffedAny: "Los pedidos que puede atender cualquier disciplina se cuentan abajo; sus horas están entre las de las disciplinas que los atienden.",
	unstaffed: (e) => `Nadie está registrado con la disciplina “${e}”: sus pedidos se cuentan abajo; sus horas son las de las disciplinas que los atienden.`,
	hoursOf: (e) => `Horas de ${e}`,
	hoursChart: (e) => `Horas por semana de ${e}, necesarias y disponibles`,
	hoursFinding: (e, t, n, r) => `En promedio de estas semanas se necesitan unas ${e} por semana (8 de cada 10 casos, de ${t} a ${n}); hay ${r}. Cada semana varía más: vea las bandas.`,
	there: "Horas disponibles",
	closing: "Qué cerraría la brecha",
	closingNote: "Cada medida por sí sola, en las semanas mostradas.",
	means: {
		overtime: "Horas extra",
		temporary: "Personal temporal",
		hire: "Una contratación",
		telehealth: "Video en lugar de viajes",
		groups: "Cupos vacíos en grupos"
	},
	closes: (e, t) => `cierra ${e} de ${D(t, "semana con faltante", "semanas con faltante")}`,
	upTo: (e) => `hasta ${e} por semana`,
	from: (e) => `desde la semana del ${e}`,
	noCost: "sin costo, ahorra tiempo",
	cannot: "No pueden ayudar aquí",
	noGap: "Nada que cerrar: no faltan horas en ninguna semana.",
	capacity: "De dónde salen las horas disponibles",
	demand: "Demanda por servicio y sede",
	measures: {
		visits: "Visitas deseadas",
		referrals: "Referidos"
	},
	measure: "Contar",
	seriesColumns: {
		service: "Servicio",
		recent: "Últimas 8 semanas",
		next: "Por delante",
		test: "Mejor que repetir"
	},
	seriesNote: "Por semana, en promedio; el rango contiene 8 de cada 10 casos. La última columna: cuánto menos se habría equivocado antes que si solo se repite.",
	better: (e) => `en ${e} %`,
	worse: (e) => `${e} % peor`,
	same: "no",
	refused: "Sin pronóstico",
	seriesOf: (e, t) => [e, t].filter(Boolean).join(", "),
	seriesChart: (e, t) => `${e}: ${t.toLowerCase()} por semana`,
	seriesFinding: (e, t, n, r) => `Unas ${e} en la semana del ${r}; en 8 de cada 10 casos, de ${t} a ${n}.`,
	widened: (e) => `Desde la semana del ${e} el rango se amplía con una regla: el historial no alcanza para probar tan lejos.`,
	shift: (e, t, n) => `El nivel cambió en la semana del ${e}, de ${t} a ${n} por semana; el historial anterior se llevó al nuevo nivel.`,
	methods: "Lo que dice cada método",
	methodNames: {
		seasonal_naive: "Repetir (lo que debe superarse)",
		exponential_smoothing: "Suavizamiento exponencial",
		theta: "Theta",
		decomposition: "Descomposición estacional"
	},
	method: "Método",
	firstWeek: "Primera semana",
	lastWeek: "Última semana",
	noSeries: "No hay nada de este tipo registrado.",
	doubts: "Lo que es dudoso",
	noDoubts: "Ningún pronóstico se rechazó ni se amplió.",
	rests: "En qué se apoya",
	special: "Feriados y cierres en estas semanas",
	specialDay: (e, t, n) => `${e}, ${t}${n ? ` de ${n}` : ""}`,
	specialKinds: {
		holiday: "feriado",
		closure: "cierre"
	},
	prices: "Dinero y plazos",
	limits: "Lo que no puede saber",
	limitItems: [
		"Por qué cambia la demanda: un contrato nuevo, un competidor o un camino cerrado cuentan solo cuando están en semanas pasadas.",
		"Lo que no está registrado: quienes desistieron antes de que se los anotara y la demanda que una clínica llena rechazó.",
		"La estación del año, con menos de dos años de historial.",
		"Si las próximas semanas son tan difíciles de prever como las pasadas, que es lo que los rangos dan por hecho.",
		"Si una sesión puede darse por video o en grupo: es una decisión clínica, y las horas mostradas son un máximo."
	]
}, Dc = {
	title: "¿Qué haría falta?",
	intro: "Dice dónde debe estar un control para llegar a un resultado, con los demás como están; con un segundo control, todas las combinaciones de los dos.",
	outcome: "Resultado",
	least: "al menos",
	most: "a lo sumo",
	reach: (e) => e ? `Valor por alcanzar, ${e}` : "Valor por alcanzar",
	slider: "Moviendo",
	along: "Y",
	none: "ningún otro control",
	find: "Buscar",
	again: "Buscar de nuevo",
	found: "La estimación está lista",
	needs: "Responde con estimaciones al instante: posiciones de todos los controles planificadas de antemano.",
	approach: "Funciona con sus propios supuestos: elíjalos en Enfoque.",
	estimate: "Estimación",
	asked: (e, t, n) => `${e}: ${t} ${n}`,
	met: (e) => `Ya se alcanza, sin mover ${e}.`,
	reached: (e, t) => `Se alcanza con ${e} en ${t}.`,
	beyond: (e, t, n) => `No se puede alcanzar solo con ${e}, entre ${t} y ${n}.`,
	there: (e, t, n) => `Allí, unos ${e}; 8 de cada 10 estimaciones así aciertan entre ${t} y ${n}.`,
	best: (e, t, n) => `En su mejor extremo, unos ${e}; 8 de cada 10 estimaciones así aciertan entre ${t} y ${n}.`,
	cautious: (e, t) => `Con ${e} en ${t} lo alcanza incluso el peor extremo de la banda.`,
	notCautious: "En ningún punto del rango lo alcanza el peor extremo de la banda.",
	plan: "Planificar este ajuste",
	planOf: (e) => `Planificar este ajuste: ${e}`,
	mixes: "Combinaciones de ambos que lo alcanzan",
	mixTable: "Combinaciones de ambos, tabla",
	mixNote: (e, t) => `${e} de ${D(t, "posición", "posiciones")} pueden alcanzarlo. Línea continua: según la estimación. Discontinua: incluso en el peor extremo de su banda.`,
	byEstimate: "Según la estimación",
	even: "Incluso en el peor extremo",
	today: "como hoy",
	never: "no se puede alcanzar",
	planned: "Planificado de nuevo",
	wasEstimate: (e) => `La estimación era ${e}.`,
	holds: (e) => `Caso probable ${e}: se alcanza la meta.`,
	fails: (e) => `Caso probable ${e}: no se alcanza la meta. Vaya un poco más lejos, o planifique la posición en la que la alcanza incluso el peor extremo de la banda.`,
	ranges: "La estimación toma cada supuesto en la mitad de su rango, como lo están en promedio las muestras de un plan."
}, Oc = {
	title: "Gobernanza",
	intro: "Lo que una junta directiva mira una vez por trimestre: cómo se movieron los indicadores, si los grupos de pacientes recibieron el mismo servicio, dónde alguien se apartó del plan y qué reglas cambiaron.",
	print: "Imprimir o guardar como PDF",
	working: "Se cuenta el trimestre…",
	quarter: (e, t) => `${e} a ${t}`,
	before: "Trimestre anterior",
	now: "Este trimestre",
	change: "Cambio",
	indicators: "Indicadores",
	indicatorsNote: (e) => `${e} indicadores que se pudieron calcular en ambos trimestres, con las definiciones de la vista Indicadores.`,
	better: "mejor",
	worse: "peor",
	fairness: "¿Mismo servicio para todos?",
	by: "Grupos",
	within: "Comparados dentro de",
	everyone: "todos",
	groupings: {
		equity_group: "Grupo de equidad",
		phase: "Fase",
		level_of_care: "Nivel de atención",
		site: "Sede"
	},
	noneFound: (e) => e === 0 ? "No se pudo comparar nada: ninguna medida tiene dos grupos con suficientes personas." : `No se encontró ninguna diferencia en ${e} comparaciones.`,
	someFound: (e, t) => `${e} de ${t} comparaciones muestran una diferencia.`,
	foundIn: (e, t, n) => `${e}: ${t.toLowerCase()} ${n} frente a los demás.`,
	points: (e) => `${e} puntos`,
	days: (e) => `${e} días`,
	group: "Grupo",
	notStated: "sin indicar",
	people: "Personas",
	mean: "Media",
	difference: "Frente a los demás",
	interval: (e, t) => `95 % entre ${e} y ${t}`,
	finding: "Hallazgo",
	disadvantage: "en desventaja",
	differs: "difiere",
	notFound: "ninguna",
	tooFew: "no se puede comparar",
	detectable: (e) => `una de ${e} se encontraría cuatro de cada cinco veces`,
	decisions: "Decisiones",
	noLog: "El registro no tiene entradas en este trimestre.",
	actions: (e) => `Según el registro: ${e}.`,
	overrides: "Decisiones distintas de la propuesta",
	noOverrides: "Nadie se apartó de una propuesta en este trimestre.",
	number: "Entrada",
	time: "Cuándo (UTC)",
	user: "Quién",
	object: "Qué (seudónimo)",
	reason: "Por qué",
	rules: "Reglas",
	ownRules: "Fijadas por la clínica",
	noOwnRules: "La clínica no fija ninguna regla.",
	rule: "Regla",
	value: "Valor",
	packValue: "Valor del paquete",
	datedRules: "Comenzaron o terminaron en este trimestre",
	noDatedRules: "Ningún valor de los paquetes de reglas vigentes comenzó ni terminó en este trimestre.",
	from: "Desde",
	until: "Hasta",
	packChanges: "Otros paquetes",
	packChange: (e, t, n) => `${e || "ninguno"} → ${t || "ninguno"} (${n})`,
	limits: "Lo que esto puede decir y lo que no"
}, kc = {
	choose: {
		save: "Elija una frase de contraseña para sus archivos",
		device: "Elija una frase de contraseña para la copia en este dispositivo",
		lock: "Elija una frase de contraseña para que la página pueda bloquearse"
	},
	chooseIntro: "Todo se cifra con ella antes de guardarse. No hay recuperación: quien pierde la frase pierde el archivo, y nadie puede abrirlo.",
	passphrase: "Frase de contraseña",
	again: "La misma otra vez",
	showIt: "Mostrar lo que escribo",
	help: "Al menos 15 caracteres. Cuatro o cinco palabras que no van juntas son fáciles de recordar.",
	suggest: "Sugerir una",
	suggested: "Anótela donde solo usted pueda encontrarla.",
	weakness: {
		short: "Al menos 15 caracteres: bastan varias palabras.",
		repeats: "Se repite demasiado: use más caracteres distintos.",
		same: "Las dos no son iguales."
	},
	go: {
		save: "Guardar cifrado",
		device: "Conservar una copia en este dispositivo",
		lock: "Bloquear"
	},
	plain: "Guardar sin cifrar",
	plainNote: "Un archivo sin cifrar puede leerlo cualquiera que lo obtenga y no lleva registro de auditoría.",
	cancel: "Cancelar",
	working: "Se calcula la clave…",
	openTitle: (e) => `Abrir ${e}`,
	openDevice: "la copia de este dispositivo",
	openIntro: "Está cifrado. Lo que está abierto ahora sigue abierto hasta que la frase sea correcta.",
	openIt: "Abrir",
	startFresh: "Ahora no",
	restoreTitle: (e) => `¿Restaurar ${D(e, "cambio")}?`,
	restoreIntro: (e, t) => `${e === 1 ? "Se hizo" : "Se hicieron"} ${D(e, "cambio")} después del último guardado, hasta el ${Xt(t)}. Se pueden deshacer en un solo paso.`,
	restoreIt: "Restaurar",
	restoreNot: "Dejarlos fuera",
	restored: (e) => `Se ${e === 1 ? "restauró" : "restauraron"} ${D(e, "cambio")}`,
	changeTitle: "Cambiar la frase de contraseña",
	changeIntro: "Para lo que guarde desde ahora. Los archivos ya guardados conservan su frase anterior.",
	old: "Frase actual",
	next: "Frase nueva",
	changeIt: "Cambiarla",
	changed: "La frase cambió. Guarde un archivo para tener uno con la frase nueva.",
	wipeTitle: "¿Quitar la copia de este dispositivo?",
	wipeIntro: "Se quitan la copia y sus claves, y esta página queda vacía. Los archivos que guardó siguen donde están. Esto no se puede deshacer.",
	wipeSure: (e) => e > 0 ? `Sí, quiero perder ${D(e, "cambio que no está en ningún archivo", "cambios que no están en ningún archivo")}.` : "Sí, quiero vaciar esta página.",
	wipeIt: "Borrar",
	wiped: "Se quitó todo de este dispositivo. Ahora está abierta una clínica inventada.",
	reasonTitle: "¿Por qué decidió otra cosa?",
	reasonIntro: (e) => `Usted cambió a mano ${D(e, "sesión", "sesiones")} de la propuesta. El registro guarda el motivo. No escriba nombres.`,
	reason: "Motivo",
	reasons: [
		"Lo pidió el paciente o la familia",
		"Necesidad clínica",
		"Lo pidió el personal",
		"Alguien está ausente",
		"Sala o equipo",
		"Los datos estaban mal"
	],
	reasonOther: "Otro motivo",
	reasonText: "En pocas palabras",
	reasonName: "Contiene el nombre de alguien de la clínica: dígalo sin él.",
	reasonNone: "Diga por qué.",
	reasonIt: "Conservar este plan",
	locked: "Bloqueado",
	lockedIntro: "El plan está cifrado y nada de él está en la pantalla ni en el motor. Su trabajo se conserva, también los cambios sin guardar.",
	unlock: "Desbloquear",
	curtain: "Oculto",
	curtainIntro: "La página se ocultó porque no había nadie. Sin una frase de contraseña no puede bloquearse: quien presione el botón verá el plan. Elija una frase en Privacidad para bloquearla.",
	show: "Mostrar la página",
	soon: "Esta página se bloquea en dos minutos porque no se presionó nada. Su trabajo se conserva.",
	stay: "Seguir abierta",
	opened: (e) => `${e} está abierto.`,
	damagedSlot: "La copia más nueva de este dispositivo estaba dañada. Está abierta la anterior.",
	logBroken: (e) => `El registro de auditoría de este archivo no está como se escribió: la entrada ${e} es la primera incorrecta.`,
	notKept: {
		denied: "Este navegador no conserva nada. Guarde un archivo antes de cerrar.",
		full: "No queda espacio en este dispositivo: la copia no se actualizó. Guarde un archivo.",
		busy: "Otra pestaña mantiene la copia en este dispositivo. Los cambios de esta pestaña no están en ella: guarde un archivo o cierre la otra pestaña.",
		changed: "Otra pestaña escribió la copia en este dispositivo. No se sobrescribió nada. Guarde un archivo desde esta pestaña para conservar sus cambios.",
		failed: "La copia en este dispositivo no se actualizó. Guarde un archivo."
	},
	keysLost: "Se perdió el proceso que tenía las claves. Su trabajo sigue abierto. Elija una frase de nuevo la próxima vez que guarde.",
	device: "Copia en este dispositivo",
	deviceOn: (e, t) => e ? `Hay una copia cifrada en este dispositivo, escrita el ${Xt(e)}, ${t}. Los navegadores pueden borrarla: guarde también un archivo.` : "Hay una copia cifrada en este dispositivo. Los navegadores pueden borrarla: guarde también un archivo.",
	deviceOff: "Desactivada: no se conserva nada en este navegador. Con ella, se escribe una copia cifrada dos segundos después de cada cambio.",
	deviceCopy: "En este dispositivo hay una copia cifrada de antes. No está abierta.",
	deviceDenied: "Este navegador no conserva nada aquí. Guarde un archivo antes de cerrar.",
	deviceUnknown: "Revisando…",
	keepHere: "Conservar una copia en este dispositivo",
	keepNoMore: "Dejar de hacerlo y quitar la copia",
	openCopy: "Abrirla",
	wipe: "Borrar…",
	lockNow: "Bloquear ahora",
	changePassphrase: "Cambiar la frase de contraseña…",
	again2: "Intentar de nuevo",
	settings: "Bloqueo y nombre",
	lockMinutes: "Bloquear tras estos minutos sin tecla ni clic",
	lockMinutesHelp: "De 5 a 30. También se bloquea tras 2 minutos fuera de la vista y después de suspenderse el equipo.",
	user: "Cómo se le nombra en el registro",
	userHelp: "A lo sumo 40 caracteres, por ejemplo recepción 2.",
	log: "Registro de auditoría",
	logIntro: "Cada acción es una entrada, encadenada con la anterior. Las entradas no contienen nombres. El registro viaja en el archivo cifrado.",
	logEmpty: "Aún no hay entradas.",
	verify: "Verificar",
	expected: "Una cabeza que se imprimió (opcional)",
	verified: (e, t) => `${D(e, "entrada")}, en orden y como se ${e === 1 ? "escribió" : "escribieron"}. ${t === 0 ? "Ninguna está firmada aún: al guardar, imprimir o exportar el registro se firma." : `Firmado hasta la entrada ${t}.`}`,
	fault: {
		place: (e) => `La entrada ${e} no está donde estaba: se borró o movió, o se puso otra.`,
		changed: (e) => `La entrada ${e} se cambió después de escribirse.`,
		chain: (e) => `La entrada ${e} no sigue a la anterior: una de las dos se escribió de nuevo.`,
		missing: (e) => `El registro termina antes de tiempo: falta la entrada ${e}.`,
		head: (e, t) => `Una firma no concuerda: las entradas ${e} a ${t} pueden haberse escrito de nuevo.`,
		unknown: () => "Esa cabeza no corresponde a ninguna entrada: es otro registro, o uno que se escribió de nuevo."
	},
	head: "Cabeza",
	exportJsonl: "Exportar, JSON por líneas",
	exportCsv: "Exportar, CSV",
	columns: {
		sequence: "N.º",
		time: "Cuándo (UTC)",
		user: "Quién",
		action: "Qué",
		object: "Objeto",
		reason: "Motivo",
		hash: "Hash"
	},
	printed: (e, t) => `Cabeza del registro ${e} · compilación ${t}`,
	earlier: (e) => `Se muestran las ${e} entradas más nuevas. Exporte el registro para tenerlas todas.`
}, Ac = {
	looking: "Se compara con la clínica abierta",
	counts: "Qué pasa con las filas",
	table: "Tabla",
	columns: {
		added: "Nuevas",
		same: "Iguales",
		changed: "Cambiadas",
		seated: "Cupos de un grupo",
		kept: "No tomadas",
		left_out: "Excluidas"
	},
	settings: "Los ajustes del archivo no se toman: quedan los de la clínica abierta.",
	questions: "Su decisión",
	questionsNote: "Solo es probable que sean lo mismo. No se une nada que aquí no diga “lo mismo”.",
	pair: (e, t) => `${e} en el archivo, ${t} en la clínica`,
	same: "Lo mismo",
	apart: "No es lo mismo",
	groups: "¿Una sola sesión de grupo?",
	groupsNote: "Varios pacientes a la misma hora con un clínico. Pasan a ser una sesión solo si usted lo dice.",
	group: (e, t, n, r) => `${e}, ${t}, ${n}: ${D(r, "paciente")}`,
	one: "Una sesión de grupo",
	single: "Sesiones separadas",
	unasked: (e) => `No se ${e === 1 ? "hace" : "hacen"} ${D(e, "pregunta más", "preguntas más")}; esas filas se agregan como están.`,
	changes: (e) => `${D(e, "fila")} con valores nuevos`,
	change: (e, t) => `${xc(e)} ${t}`,
	from: (e, t) => `${e}, fila ${t}`,
	more: (e) => `Mostrar ${e} más`,
	notListed: (e) => `${D(e, "fila más está", "filas más están")} en el informe.`,
	add: (e) => `Agregar ${D(e, "fila")}`,
	nothing: "Todo lo de estos archivos ya está en la clínica.",
	report: "Descargar el informe",
	note: "Lo que un archivo no dice queda como está; no se quita nada. Deshacer lo revierte todo. El tablero muestra la agenda como queda.",
	added: (e) => `Se ${e === 1 ? "agregó" : "agregaron"} ${D(e, "fila")} de archivos`
}, jc = {
	title: "Piloto",
	intro: "¿Funciona un cambio? Planifíquelo antes de que empiece, escriba el plan y lea el resultado según lo escrito. La unidad es el clínico, nunca la visita: las visitas de un mismo clínico se parecen.",
	first: "Llamadas antes de la visita",
	design: "Qué se prueba",
	result: "Qué puede encontrar",
	name: "Nombre",
	comparison: "Cómo se compara",
	comparisons: {
		randomized: "Dos brazos, al azar",
		difference_in_differences: "Dos brazos elegidos, antes y después",
		before_after: "Un brazo, antes y después (débil)"
	},
	start: "Primer día",
	weeks: "Semanas",
	look: "Lectura tras la semana (0: solo al final)",
	discipline: "Quién participa",
	everyone: (e) => `Todos los que tienen visitas (${e})`,
	ofDiscipline: (e, t) => `${e} (${t})`,
	observations: "Visitas de cada clínico",
	observationsNote: "En todas las semanas, según los registros: las del clínico mediano.",
	icc: "Parecido entre las visitas de un clínico (ICC)",
	correlation: "El antes predice el durante (correlación)",
	guesses: "Son conjeturas. Si son erróneas, el piloto es más débil de lo planificado, pero sus intervalos no son erróneos.",
	measure: "Qué decide",
	measures: {
		K10: "Tasa de ausencias sin aviso (K10)",
		K9: "Visitas realizadas (K9)",
		K11: "Asistencia (K11)"
	},
	own: "Una medida propia",
	ownId: "Su nombre",
	nameless: "la medida propia no tiene nombre.",
	kind: "Tipo",
	kinds: {
		mean: "Media",
		share: "Proporción",
		rate: "Tasa"
	},
	better: "Mejor es",
	betters: {
		higher: "más",
		lower: "menos"
	},
	sd: "Desviación estándar",
	baseline: (e) => `Hoy${e}`,
	effect: (e) => `Lo que vale la pena: un cambio de${e}`,
	percent: ", %",
	points: ", puntos",
	pointsOf: (e) => `${e} puntos`,
	inPoints: "Puntos",
	also: "También se observa",
	noUnits: "Un piloto necesita clínicos con visitas registradas; esta clínica tiene menos de cuatro. Agregue clínicos y visitas.",
	addData: "Agregar datos",
	fault: (e) => `Esto aún no se puede planificar: ${e}`,
	power: "Probabilidad de encontrarlo",
	powerNote: (e, t) => `un cambio de ${e}, con ${D(t, "clínico")} en cada brazo`,
	detectable: "Lo menor que se encuentra",
	detectableNote: (e) => `con una probabilidad de ${e}`,
	needed: "Clínicos necesarios",
	neededNote: (e) => `en cada brazo, para ${e}`,
	over: "más de 10,000",
	curve: "Probabilidad de encontrarlo, según los clínicos de cada brazo",
	curveRow: (e) => `${e} en cada brazo`,
	curveText: (e, t) => `${e}, encuentra ${t}`,
	wanted: "deseado",
	looks: "Cuándo se lee",
	looksColumns: {
		day: "Día",
		spent: "Falsas alarmas hasta entonces",
		bound: "z más allá de",
		power: "Encontrado para entonces"
	},
	weekOf: (e) => `semana ${e}`,
	arms: "Brazos",
	armNames: {
		usual: "Como siempre",
		new: "De la forma nueva"
	},
	before: "Tiempo antes",
	armsNote: "Sorteados con la semilla, parejo dentro de cada disciplina.",
	oneArm: "Un brazo: todos trabajan de la forma nueva desde el primer día.",
	weak: "Lo que lo debilita",
	hash: "Hash del diseño (SHA-256)",
	hashNote: "Anótelo donde otros lo vean antes del primer día. Después nadie tendrá que preguntar si la medida se eligió porque salía bien.",
	fix: "Dejar escrito este diseño",
	fixed: (e) => `Se dejó escrito el piloto ${e}`,
	dropped: (e) => `Se retiró el piloto ${e}`,
	drop: "Retirarlo",
	saveDesign: "Guardar el diseño",
	saveProtocol: "Guardar el protocolo",
	open: "Abrir un diseño guardado",
	opened: (e) => `Se abrió el piloto ${e}`,
	notDesign: (e) => `${e} no contiene el diseño de un piloto`,
	written: (e, t) => `Por escrito: ${e}, desde el ${t}.`,
	reading: "Qué dicen los datos",
	noFixed: "Deje primero un diseño por escrito o abra uno guardado. Para ver cómo es una lectura, ensáyela con semanas pasadas.",
	notBegun: (e, t) => `Comienza el ${e}; los registros terminan el ${t}. Aún no hay nada que leer.`,
	rehearse: "Ensayar con semanas pasadas",
	rehearsalNote: "Lee las últimas semanas registradas como si el piloto hubiera corrido entonces. No se cambió nada en ellas: una diferencia encontrada es una falsa alarma.",
	rehearsal: "Ensayo con semanas pasadas: no se cambió nada en ellas.",
	week: "Semanas transcurridas",
	records: "Tomar las visitas de los registros de la clínica",
	beforeWeeks: "Semanas anteriores que cuentan",
	rows: "Filas de una hoja",
	rowsHelp: "Una fila cada una: measure, unit, arm (usual o new), before (yes o no), sum, count, cluster.",
	rowsWrong: (e) => `Líneas que no se pueden leer: ${e.slice(0, 10).join(", ")}.`,
	read: "Leer",
	readDone: "El piloto se leyó",
	readFault: (e) => `Esto no se puede leer: ${e}`,
	registrations: {
		matches: "✓ El diseño es el que se dejó por escrito",
		changed: "▲ El diseño no es el que se dejó por escrito",
		unknown: "▲ No se anotó ningún hash antes"
	},
	lookAt: (e, t, n) => `Tras la semana ${e}, ${t}: ${n ? "una lectura planificada" : "una lectura que no estaba planificada"}.`,
	verdicts: {
		better: "✓ Mejor",
		worse: "▲ Peor",
		unclear: "○ No se distingue una diferencia",
		not_readable: "○ No se puede leer"
	},
	cannotExclude: "Lo que esto no puede descartar",
	primary: "decide",
	other: "se observa",
	values: (e) => `${e}, por brazo`,
	armText: (e, t) => `${e}, ${D(t, "clínico")}`,
	difference: (e) => `${e}, diferencia`,
	none: "sin diferencia",
	adjustedFor: {
		cuped: "Ajustada por cómo le iba antes a cada clínico, así que no es simplemente un brazo menos el otro.",
		difference_in_differences: "El cambio desde antes en un brazo menos el del otro, así que no es simplemente un brazo menos el otro."
	},
	plannedAnalysis: "Planificada, 95 %",
	lookInterval: "En todas las lecturas",
	anytime: "En cualquier momento",
	analyses: "Todos los análisis",
	analysesNote: "Decide el planificado; los demás están a su lado.",
	methods: {
		welch: "t de Welch",
		cuped: "CUPED",
		difference_in_differences: "Diferencia en diferencias",
		wild_bootstrap: "Wild bootstrap por conglomerados",
		paired: "t pareada",
		permutation: "Permutación",
		newcombe: "Newcombe (visitas como si fueran independientes)",
		rate_ratio: "Razón de tasas (visitas como si fueran independientes)"
	},
	analysisColumns: {
		method: "Análisis",
		estimate: "Diferencia",
		interval: "Intervalo",
		p: "p"
	},
	planned: "planificado",
	z: (e, t) => `z = ${e}, límite de esta lectura ${t}.`,
	anytimeP: (e) => `p en cualquier momento ${e}.`,
	adjusted: (e, t) => `p ajustada por todas las medidas observadas: ${e} (Holm), ${t} (Benjamini y Hochberg).`,
	mislead: "Qué podría confundir",
	limits: "Lo que no puede saber",
	limitItems: [
		"Quién sabía en qué brazo estaba cada uno y se esforzó más por eso.",
		"Qué más cambió en las mismas semanas. Dos brazos lo comparten; antes y después, no.",
		"Si pacientes de un brazo vieron a clínicos del otro: eso acerca los brazos y achica los efectos.",
		"Si un efecto dura o es el de la novedad."
	]
}, Mc = {
	mode: "Cómo funciona esta copia",
	modes: {
		hosted: "Desde un servidor",
		portal: "En el marco de un portal",
		file: "Un archivo en esta computadora",
		element: "Dentro de la página de un proveedor"
	},
	strengths: {
		hosted: "La política del propio archivo y su marco cerrado rechazan toda solicitud. Si el servidor envía los encabezados que recomendamos, los navegadores que los conocen (Chromium 152 y posteriores) rechazan también el resto: conexiones anticipadas. Esta página no puede ver los encabezados que envió su servidor.",
		portal: "Como desde un servidor. Lo que esta página dijera al portal que la rodea, el portal podría pasarlo; esta página no le dice nada de lo que usted abre si no presiona Enviar al portal. Un portal que el archivo nombra oye además qué altura tiene la página y cómo avanza un cálculo.",
		file: "La política del propio archivo y su marco cerrado rechazan toda solicitud. Si alguna vez corriera aquí código ajeno, podría hacer que el navegador busque el nombre de un servidor o abra una conexión, pero no enviar nada por ella.",
		element: "Este código corre con los derechos de la página que lo rodea, y a esa página nada se le rechaza. Para la promesa completa, abra el archivo o póngalo en un marco."
	},
	version: "Versión",
	build: "Compilación",
	buildNote: "La compilación es un SHA-256 de las partes de este archivo tal como se empaquetaron; está aquí para distinguir dos copias. Una página no puede dar fe de sí misma: compare el SHA-256 del archivo con el que se publicó.",
	noBuild: "sin empaquetar",
	compare: "En Linux y macOS: sha256sum rosterwell.html. En Windows: Get-FileHash rosterwell.html.",
	check: "Pruébelo usted",
	attempt: "Intentar enviar algo",
	attemptNote: "Pide rosterwell.invalid, una dirección que nunca puede existir. Es la única solicitud que esta página sabe hacer.",
	trying: "Intentando…",
	refused: (e) => `El navegador lo rechazó antes de enviar nada: ${e} lo prohíbe.`,
	left: "No se rechazó: el navegador buscó la dirección y no la encontró. La política no está vigente en esta copia.",
	checks: [
		"Desconecte la red y presione Optimizar la semana. El resultado es el mismo.",
		"Abra las herramientas de desarrollo (F12), elija Red y trabaje un rato: no se agrega nada fuera de lo que el archivo lleva dentro (data: y blob:). Presione el botón de arriba y habrá una línea, marcada como bloqueada.",
		"En las mismas herramientas, elija Aplicación: ninguna cookie, ningún almacenamiento fuera de lo que esta página dijo que guardó."
	],
	refusals: (e) => `El navegador rechazó ${D(e, "intento")} de esta página.`,
	sees: "Esto cuenta lo que el navegador informa de esta página. No ve el proceso del motor, otras pestañas, las extensiones ni el propio navegador; el motor está bajo la misma política, y las herramientas de desarrollo lo muestran todo."
}, Nc = {
	similar_rooms: ["par de salas con casi el mismo nombre", "pares de salas con casi el mismo nombre"],
	similar_skills: ["habilidad escrita de dos formas", "habilidades escritas de dos formas"],
	similar_disciplines: ["disciplina escrita de dos formas", "disciplinas escritas de dos formas"],
	similar_services: ["par de servicios con casi el mismo nombre", "pares de servicios con casi el mismo nombre"],
	long_session: ["sesión demasiado larga", "sesiones demasiado largas"],
	many_visits: ["día con demasiadas sesiones", "días con demasiadas sesiones"],
	documentation_beyond_day: ["día con más documentación que tiempo", "días con más documentación que tiempo"],
	wrong_order: ["fila con fechas en orden equivocado", "filas con fechas en orden equivocado"],
	parts_beyond_paid: ["día cuyas partes superan el tiempo pagado", "días cuyas partes superan el tiempo pagado"],
	missing_level: ["hueco en los niveles de atención", "huecos en los niveles de atención"],
	level_differs: ["nivel de atención que no va con la fase", "niveles de atención que no van con la fase"],
	stale_phase: ["fase sin actualizar", "fases sin actualizar"],
	license_expired: ["licencia vencida", "licencias vencidas"],
	license_expiring: ["licencia que vence pronto", "licencias que vencen pronto"],
	no_hours: ["hueco en el horario de las personas", "huecos en el horario de las personas"],
	authorizations_overlap: ["par de autorizaciones que se superponen", "pares de autorizaciones que se superponen"],
	units_used_up: ["autorización agotada", "autorizaciones agotadas"],
	unresolved_past: ["pasado sin resultados", "pasados sin resultados"],
	same_session_twice: ["sesión ingresada dos veces", "sesiones ingresadas dos veces"],
	sudden_shift: ["cambio brusco en las sesiones por semana", "cambios bruscos en las sesiones por semana"]
}, Pc = {
	completed: "Marcar como realizada",
	no_show: "Marcar como ausencia",
	void: "Marcar como anulada"
};
function Fc(e) {
	switch (e.kind) {
		case "one_spelling": return `Escribir “${e.to}” en todas partes`;
		case "one_room": return "Unir en una sala";
		case "one_service": return "Unir en un servicio";
		case "close_past":
		case "close_sessions": return Pc[e.as_what];
		case "clear_documentation": return "Vaciar la documentación";
		case "end_authorization": return `Terminar la anterior el ${e.until}`;
		case "remove_authorization": return "Quitar la repetida";
		case "swap_care_dates": return "Intercambiar las dos fechas";
		case "set_levels": return e.levels.length === 1 ? `Poner el nivel ${e.levels[0]?.level ?? ""}` : `Poner ${D(e.levels.length, "nivel", "niveles")} por fase`;
		case "site_hours": return "Usar el horario de la sede";
	}
}
var Ic = {
	title: "Datos dudosos",
	intro: "Filas que se pueden usar pero que probablemente están mal, o sobre las que hay algo que hacer. Cada arreglo se puede deshacer.",
	looking: "Se revisan los datos",
	retry: "Revisar de nuevo",
	none: "No se encontró nada dudoso.",
	finding: (e, t, n) => `${D(e, "tipo")} de falla que no puede quedar como está, ${D(t, "tipo")} por revisar, ${D(n, "tipo")} que conviene conocer.`,
	kind: (e, t) => D(t, ...Nc[e]),
	grades: {
		error: "No puede ser",
		warning: "Por revisar",
		note: "Nota"
	},
	sure: {
		certain: "seguro",
		likely: "probable",
		possible: "posible"
	},
	why: (e) => `Por qué importa: ${e}.`,
	rows: (e, t) => t > 0 ? `${e} y ${D(t, "fila más", "filas más")}` : e,
	row: (e, t, n) => `${xc(e)} ${t} (${n})`,
	more: (e) => `Mostrar ${e} más`,
	notListed: (e) => `No se ${e === 1 ? "lista" : "listan"} ${D(e, "hallazgo más", "hallazgos más")} de este tipo.`,
	mend: Fc,
	all: (e) => `Arreglar los ${e}`,
	done: (e) => `Arreglado: ${e}`
}, Lc = {
	looking: "Se comparan el plan, su base y los archivos",
	finding: (e, t, n) => `${D(t, "sesión difiere", "sesiones difieren")}, ${e === 0 ? "ninguna cambió" : e === 1 ? "1 cambió" : `${e} cambiaron`} en ambos lados; ${n} son iguales en todas partes.`,
	same: "Los archivos dicen lo mismo que el plan.",
	covers: (e, t) => `Los archivos cubren del ${e} al ${t}; las sesiones de otros días quedan como están.`,
	outside: (e) => `No se ${e === 1 ? "mira" : "miran"} ${D(e, "fila")} fuera de los días planificados.`,
	noSchedule: "Estos archivos no traen citas.",
	show: "Mostrar",
	filters: {
		conflicts: "Cambiadas en ambos lados",
		ours: "Del plan",
		theirs: "De allá",
		all: "Todas"
	},
	empty: "Ninguna de este tipo.",
	cases: {
		both_differ: "Cambiada en ambos lados",
		deleted_there_changed_here: "Quitada allá, cambiada por el plan",
		deleted_here_changed_there: "Cambiada allá, quitada por el plan",
		new_both_differ: "Nueva en ambos lados, distinta",
		ours_only: "Cambiada por el plan",
		new_here: "Agregada por el plan",
		deleted_here: "Quitada por el plan",
		theirs_only: "Cambiada allá",
		new_there: "Agregada allá",
		deleted_there: "Quitada allá",
		both_same: "El mismo cambio en ambos lados"
	},
	was: "Antes",
	plan: "Plan",
	there: "Allá",
	none: "no está",
	minutes: (e) => `${e} min`,
	seats: (e) => D(e, "cupo"),
	take: "Tomar",
	ours: "Plan",
	theirs: "Allá",
	because: (e) => `Se sugiere porque ${e}.`,
	decided: "decidido por usted",
	takeAll: (e, t) => `Tomar “${e}” para las ${t} mostradas`,
	broken: (e) => `${D(e, "regla rota", "reglas rotas")} en esta agenda que no lo ${e === 1 ? "está" : "están"} en la de allá`,
	sound: "Esta agenda no rompe ninguna regla que la de allá no rompa.",
	brokenThere: (e) => `La de allá rompe por sí sola ${D(e, "regla")}.`,
	lines: (e) => `Lista de cambios: ${D(e, "línea")}`,
	linesNote: "Lo que el otro sistema debe hacer para tener esta agenda: ni más ni menos.",
	noLines: "El otro sistema no tiene nada que cambiar.",
	accept: "Tomar esta agenda",
	acceptNote: "Ocupa el lugar de la agenda tal como está. Deshacer lo revierte todo.",
	accepted: (e) => `Se tomó la agenda conciliada, ${D(e, "sesión", "sesiones")}`,
	download: (e) => `Lista de cambios, ${e}`,
	more: (e) => `Mostrar ${e} más`
}, Rc = {
	open: "Pasó algo",
	title: "Pasó algo",
	intro: "Diga qué pasó. Verá maneras de seguir con los menos cambios posibles; nada cambia hasta que tome una.",
	what: "Qué pasó",
	kinds: {
		sick: "Un clínico no está",
		late: "Un clínico va atrasado",
		room_closed: "Una sala está cerrada",
		emergency: "Hay que atender a un paciente"
	},
	now: "Ahora es",
	nowNote: "Nada anterior a este momento cambia, y lo que ya empezó se queda.",
	clinician: "Clínico",
	room: "Sala",
	patient: "Paciente",
	service: "Qué necesita",
	from: "Desde",
	until: "Hasta",
	by: "Debe empezar antes de",
	minutes: "Atraso",
	minutesOf: (e) => `${e} min`,
	more: "También pasó otra cosa",
	besides: "Además",
	remove: (e) => `Quitar: ${e}`,
	told: {
		sick: (e, t, n) => `${e} no está desde ${t} hasta ${n}`,
		late: (e, t) => `${e} lleva ${t} minutos de atraso`,
		room_closed: (e, t, n) => `${e} está cerrada desde ${t} hasta ${n}`,
		emergency: (e, t, n) => `${e} necesita ${t} antes de ${n}`
	},
	run: "Mostrar maneras de seguir",
	again: "Mostrar maneras de nuevo",
	running: "Buscando maneras con pocos cambios",
	progress: (e, t) => `${e} listo, ${D(t, "manera encontrada", "maneras encontradas")}`,
	stop: "Detener y conservar lo mejor",
	stopped: "Se detuvo antes: estas son las mejores encontradas hasta ahora.",
	busy: "Otra tarea usa el motor. Intente de nuevo cuando termine.",
	stale: "Esto responde a lo que se dijo antes de su último cambio.",
	found: (e, t) => t === 0 ? "No hay que cambiar nada." : `${D(e, "manera", "maneras")} de seguir.`,
	affected: (e) => `${D(e, "sesión no puede quedar como está", "sesiones no pueden quedar como están")}.`,
	nothing: "No hay que cambiar nada: esto no toca ninguna sesión. Aun así puede anotarlo en las tablas de la clínica.",
	note: "Anotarlo en la clínica",
	stuck: (e) => `${D(e, "sesión fijada no puede quedar", "sesiones fijadas no pueden quedar")}, y nadie aceptó otro lugar: suelte lo que pueda moverse y busque de nuevo.`,
	faults: (e) => `El plan ya rompía ${D(e, "regla", "reglas")}; también se corrigen las sesiones que no han empezado.`,
	way: (e) => `Manera ${e}`,
	moved: (e) => e === 0 ? "nada se mueve" : D(e, "sesión o cupo se mueve", "sesiones o cupos se mueven"),
	rooms: (e) => D(e, "sesión solo cambia de sala", "sesiones solo cambian de sala"),
	lost: (e) => e === 0 ? "nada se pierde" : D(e, "sesión o cupo se queda sin lugar", "sesiones o cupos se quedan sin lugar"),
	mandated: (e) => `${e} por regla clínica`,
	late: (e) => `lo urgente llega ${e} minutos tarde`,
	costs: (e) => `${e} más según los precios de la clínica`,
	saves: (e) => `${e} menos según los precios de la clínica`,
	moves: "Qué se mueve",
	was: "antes",
	gone: "Sin ubicar",
	tell: (e) => `A quién avisar (${e})`,
	tellKinds: {
		patient: "Paciente",
		clinician: "Clínico",
		contact: "Contacto familiar"
	},
	sessionsOf: (e) => D(e, "sesión", "sesiones"),
	use: (e) => `Tomar la manera ${e}`,
	taken: (e) => `Se tomó una manera de seguir: ${D(e, "cambio", "cambios")}`,
	close: "Cerrar",
	closed: "No se cambió nada."
}, zc = {
	tab: "Este día",
	title: (e) => `Antes de que empiece el ${e}`,
	loading: "Mirando el día",
	looked: (e, t) => t === 0 ? `${D(e, "sesión", "sesiones")} y nada que requiera atención.` : `${D(e, "sesión", "sesiones")}, ${D(t, "cosa que requiere", "cosas que requieren")} atención.`,
	urgencies: {
		blocks: "No puede realizarse así",
		risk: "Probablemente saldrá mal, o quizá no se pague",
		note: "Conviene saberlo"
	},
	kinds: {
		double_booking: "Doble reserva",
		no_clinician: "Sin clínico",
		license: "No puede darla",
		room: "Sala",
		hours: "No está",
		over_limit: "Trabaja demasiado",
		authorization: "Autorización",
		consent: "Consentimiento",
		other_rule: "Regla",
		unconfirmed: "Sin confirmar",
		supervision: "Supervisión",
		interpreter: "Intérprete",
		travel_slack: "Trayecto justo",
		overtime: "Horas extra",
		license_ends: "Licencia por vencer"
	},
	proposal: (e) => `Libre en su lugar: ${e}`,
	use: "Mover ahí",
	note: "La página no puede despertarse sola por la mañana: mire aquí cuando empiece el día."
}, Bc = {
	mode: "Rutas",
	title: (e) => `Rutas, ${e}`,
	loading: "Dibujando las rutas",
	none: "Nadie tiene nada que hacer este día.",
	summary: (e, t, n, r) => `${D(e, "parada")}, ${t} en camino, ${n} mi, ${r} de trabajo`,
	total: (e, t, n) => `${D(e, "clínico")}: ${t} en camino, ${n} mi.`,
	estimated: "Los trayectos que su tabla de viajes no da se estiman con las coordenadas, con las calles incluidas.",
	known: "Todos los trayectos son los de su tabla de viajes.",
	plain: (e) => `La ruta de ${e}. Las líneas unen los lugares en línea recta; no hay calles.`,
	map: (e) => `Mapa, ${e}`,
	noMap: "Nada de este día se puede ubicar: las sedes y los domicilios no tienen coordenadas.",
	notOnMap: (e) => `${D(e, "lugar", "lugares")} sin coordenadas no ${e === 1 ? "está" : "están"} en el mapa.`,
	start: (e) => `Empieza: ${e}`,
	end: (e) => `Termina: ${e}`,
	place: {
		site: (e) => e,
		clinician_home: () => "en su casa",
		patient_home: () => "domicilio del paciente"
	},
	anywhere: "por video o teléfono",
	way: (e, t) => `${e} en camino, ${t} mi`,
	stay: "mismo lugar",
	unpaid: "no es tiempo de trabajo",
	wait: (e) => `${e} de sobra`,
	short: (e) => `faltan ${e} para el trayecto`,
	keys: {
		site: "sede",
		clinician_home: "casa del clínico",
		patient_home: "domicilio del paciente",
		others: "otras rutas"
	},
	miles: (e) => `${e} mi`,
	columns: {
		number: "Parada",
		place: "Lugar",
		east: "Millas al este",
		north: "Millas al norte"
	}
}, Vc = {
	relieve: "Aliviar",
	relieveWho: (e) => `Aliviar a ${e}`,
	title: (e) => `Alivio para ${e}`,
	intro: "Pone un tope al tiempo de trabajo, planifica de nuevo y muestra quién asume qué y cuánto cuesta. Nada cambia hasta que usted lo acepte.",
	leave: "Tiempo de trabajo que queda",
	percents: (e, t) => `${e} % del contrato: ${t} por semana`,
	weeks: "Durante",
	weeksOf: (e) => D(e, "semana"),
	others: "También pueden moverse sesiones de otros",
	run: "Planificar de nuevo",
	again: "Planificar de nuevo con esto",
	stop: "Detener y conservar lo mejor",
	running: "Se planifica con menos trabajo",
	progress: (e) => `${e} listo`,
	stopped: "Detenido antes de terminar: es lo mejor encontrado hasta ahora.",
	taken: "El motor está ocupado. Alivie cuando termine.",
	stale: "Esto responde a la pregunta anterior a su último cambio.",
	finding: (e, t, n) => `${e} trabaja ${t} en las semanas planificadas, no ${n}.`,
	unchanged: (e, t) => `${e} trabaja ${t} en las semanas planificadas, y el tope no pide menos.`,
	takers: (e, t) => `${D(e, "sesión pasa", "sesiones pasan")} a ${D(t, "colega")}.`,
	noTakers: "Nadie asume nada.",
	moved: (e) => `En total se ${e === 1 ? "mueve" : "mueven"} ${D(e, "sesión", "sesiones")}.`,
	dropped: (e) => `${D(e, "sesión pierde", "sesiones pierden")} su lugar.`,
	noneDropped: "Ninguna sesión pierde su lugar.",
	costs: (e) => `El plan cuesta ${e} más a los precios de la clínica.`,
	saves: (e) => `El plan cuesta ${e} menos a los precios de la clínica.`,
	noCosts: "El plan cuesta lo mismo a los precios de la clínica.",
	costNote: "Sin el precio de las sesiones sin ubicar: esas se listan por nombre.",
	who: "Quién lo asume",
	columns: {
		clinician: "Clínico",
		hours: "Horas",
		change: "Cambio",
		sessions: "Sesiones",
		strain: "Exigencia"
	},
	fromTo: (e, t) => `${e} → ${t}`,
	sessions: (e, t) => [e > 0 ? `+${e}` : "", t > 0 ? `−${t}` : ""].filter(Boolean).join(", ") || "0",
	relieved: "con alivio",
	lost: "Sesiones que pierden su lugar",
	mandated: "▲ la exige una regla clínica:",
	costTable: "Lo que cuesta el cambio, por parte",
	costColumns: {
		part: "Parte",
		cost: "Cambio"
	},
	cap: (e, t, n, r) => `El tope: ${e} por semana del ${t} al ${n}. ${D(r, "día está", "días están")} en las semanas planificadas aquí; los planes posteriores también lo respetan.`,
	own: (e) => e > 0 ? `Solo las sesiones de este clínico podían moverse, y ${D(e, "sesión de otros que rompía", "sesiones de otros que rompían")} una regla: arreglarlas también está en las cifras. Optimice primero la semana para ver lo que cuesta solo el alivio.` : "Solo las sesiones de este clínico podían moverse.",
	accept: "Aceptar",
	accepted: (e) => `Se puso un tope al trabajo de ${e}`,
	discard: "Descartar",
	discarded: "No se cambió nada.",
	close: "Cerrar"
}, Hc = {
	title: "Informe del escenario",
	parts: "Parte",
	partNames: {
		run: "Qué pasaría si",
		staffing: "Cuántas personas",
		report: "Informe"
	},
	intro: "Dos páginas para imprimir o conservar como PDF: qué se supuso, qué resultó, qué tan seguro es y qué no puede decir.",
	print: "Imprimir o guardar como PDF",
	stale: "Este informe es de la última corrida, no de los cambios hechos después.",
	empty: "Corra primero los escenarios: el informe se escribe con ellos.",
	page: (e) => `Página ${e} de 2`,
	of: (e, t) => `${e}, semana planificada del ${t}`,
	synthetic: "Clínica de muestra. Sin pacientes reales.",
	cases: "Conservador, probable, optimista",
	casesNote: "Tres puntos de una distribución: las muestras en su P10, P50 y P90, vividas otra vez. Entre paréntesis, lo que abarca 8 de cada 10 corridas.",
	measure: "Medida",
	net: "Beneficio neto",
	settings: "Qué se cambió",
	settingColumns: [
		"Cambio",
		"Probable",
		"De prudente a esperanzado",
		"Cuándo"
	],
	nothingChanged: "Nada: toda diferencia es azar.",
	from: (e, t) => t > 1 ? `mes ${e}, completo tras ${D(t, "mes", "meses")}` : `mes ${e}`,
	week: "Qué le hace a la semana",
	weekColumns: [
		"Medida",
		"Base",
		"Probable",
		"Diferencia"
	],
	compared: "Escenarios conservados, caso probable",
	drivers: "De qué depende",
	assumptions: "Lo que se dio por hecho",
	limits: "Lo que estas cifras no pueden decir",
	definitions: "Qué significan las cifras",
	terms: [
		["Beneficio neto", "ingresos menos gastos con los cambios, menos lo mismo en la base, con la misma suerte."],
		["Base", "la clínica como está, planificada por el mismo optimizador, sin los cambios."],
		["Conservador, probable, optimista", "las muestras de todos los supuestos inciertos en P10, P50 y P90 del beneficio neto."],
		["Valor presente", "beneficio neto por mes, dividido entre (1 + tasa) elevado a meses / 12."],
		["Rendimiento sobre los costos", "beneficios menos costos, entre costos; un tipo de dinero que resulta a favor de la clínica es beneficio, cualquier otro es costo."],
		["Se recupera", "el primer mes al final del cual los beneficios cubrieron los costos, una vez que hubo costos."],
		["Tasa interna de retorno", "la tasa anual con la que el valor presente es 0."],
		["8 de cada 10 corridas", "una de cada diez corridas queda por debajo del rango y una por encima."]
	],
	record: (e, t, n) => `Semilla ${e}, Rosterwell ${t}, SHA-256 de la clínica y los cambios ${n}.`,
	again: "La misma clínica, los mismos cambios, la misma semilla y la misma versión dan las mismas cifras al centavo.",
	advice: "Apoyo a la planificación; no es asesoría financiera, clínica ni legal."
}, Uc = {
	title: "Escenarios",
	intro: "Cada escenario planifica semanas de nuevo con la clínica cambiada, las vive con ausencias y licencias por enfermedad, y cuenta el dinero por mes. Son estimaciones, no promesas.",
	empty: "Presione Correr para ver qué traerían estos supuestos.",
	horizon: "Meses",
	months: (e) => `${e} meses`,
	assumptions: "Supuestos",
	base: "0 significa como hoy. Los rangos siguen el valor que usted pone.",
	approach: "Enfoque",
	own: "Mis propios supuestos",
	templates: {
		rule_based_scheduling: "Programación con reglas",
		demand_forecasting: "Pronóstico de la demanda",
		triage_and_routing: "Triaje y derivación",
		telehealth_first: "Telesalud primero",
		wellbeing: "Bienestar"
	},
	phased: "Por fases: preparación, piloto, expansión",
	phases: (e, t, n, r) => `${D(e, "mes", "meses")} para preparar, ${D(t, "mes", "meses")} con el ${n} de las sedes o personas, y luego ${D(r, "mes", "meses")} hasta que todos participen.`,
	approachNote: "No incluye los costos. Se agrega lo que usted decida abajo.",
	nothingHere: "Esta clínica no tiene nada que mover para eso.",
	lines: [
		"Palanca",
		"Probable",
		"De prudente a esperanzado"
	],
	source: (e) => e === "choice" ? "decisión nuestra" : e.replace(/^choice; /, "decisión nuestra; "),
	levers: {
		scheduling_hours: "Horas dedicadas a programar",
		overtime_hours: "Horas extra",
		utilization: "Atendido de más, del tiempo disponible para citas",
		time_to_fill: "Días para cubrir un puesto",
		triage_hours: "Horas en las que se atienden los pedidos “pronto”",
		reserve: "Libre para emergencias",
		no_show: "Tasa de ausencias sin aviso",
		readmission: "Readmisiones",
		travel: "Tiempo de viaje",
		telehealth: "Órdenes que pasan a video",
		documentation: "Tiempo para notas",
		supervision: "Supervisión",
		buffer: "Pausa después de las sesiones",
		overtime_cap: "Margen para horas extra",
		turnover: "Salidas de personal"
	},
	run: "Correr los escenarios",
	upToDate: "Al día",
	stop: "Detener y conservar lo hecho",
	reset: "Restablecer",
	less: (e) => `Menos: ${e}`,
	more: (e) => `Más: ${e}`,
	slider: "control deslizante",
	today: "hoy",
	fte: "FTE",
	hire: (e) => `Contratar: ${e}`,
	telehealth: (e) => `Pasar a video: ${e}`,
	controls: {
		demand: ["Demanda", "Más o menos pacientes que hoy."],
		pay: ["Salarios", "De todos, frente a hoy."],
		no_show: ["Tasa de ausencias sin aviso", "Se suele afirmar: de 5 a 45 % menos."],
		utilization: ["Más tiempo de clínicos ocupado", "Se suele afirmar: de 1 a 10 puntos; solo con sesiones que hoy esperan."],
		overtime_hours: ["Horas extra", "Se suele afirmar: de 5 a 30 % menos con las mismas visitas."],
		travel: ["Tiempo de viaje", "Se suele afirmar: de 3 a 15 % menos."],
		scheduling_hours: ["Horas dedicadas a programar", "Se suele afirmar: de 15 a 80 % menos."],
		turnover: ["Rotación de personal", "Se suele afirmar: hasta 10 % menos salidas."],
		hire: ["Contratar", "Trabaja como el contrato más completo de esa disciplina; cubrir el puesto toma el tiempo habitual."],
		telehealth: ["Pasar a video", "Entre los pacientes y clínicos que pueden."]
	},
	running: "Se corren los escenarios",
	draws: (e, t) => e === 0 ? "Se planifican semanas" : `${C(e)} de ${C(t)} muestras listas`,
	firstEstimate: (e, t, n) => `Beneficio neto ${e}, de ${t} a ${n}`,
	quickEstimateNote: "De planes rápidos de la semana de hoy con valores prudentes, probables y esperanzados de todos los cambios. Se asienta a medida que hay muestras.",
	firstEstimateNote: (e) => `El medio y los extremos de ${e === 1 ? "la primera muestra" : `las primeras ${C(e)} muestras`}. Se asienta a medida que hay más.`,
	stale: "Estas cifras son anteriores a su último cambio. Corra de nuevo para ver su efecto.",
	stopped: (e) => `Detenido tras ${D(e, "muestra")}: los rangos son más gruesos que de costumbre.`,
	done: "Los escenarios están listos",
	cases: {
		conservative: "Conservador",
		likely: "Probable",
		aggressive: "Optimista",
		all_wrong: "Todo sale mal"
	},
	range: (e, t) => `8 de cada 10 corridas entre ${e} y ${t}`,
	to: (e, t) => `${e} a ${t}`,
	firstYear: "Primeros 12 meses",
	payback: "Se recupera",
	paybackMonth: (e) => `mes ${e}`,
	paybackNever: "no dentro del horizonte",
	paybackNone: "sin desembolso",
	prepare: "Preparar estimaciones al instante",
	prepareAgain: "Prepararlas de nuevo",
	preparing: "Se planifican posiciones de los controles",
	positions: (e, t) => `${C(e)} de ${C(t)} posiciones`,
	prepareNote: "Planifica los controles en 50 posiciones; después, al mover uno se ve una estimación al instante.",
	prepared: "Las estimaciones al instante están listas",
	estimate: "Estimación",
	estimated: (e, t) => `${e} netos en ${t} meses`,
	estimateRange: (e, t) => `8 de cada 10 estimaciones así aciertan entre ${e} y ${t}.`,
	estimateMissed: (e, t) => `En ${D(t, "posición que no había visto", "posiciones que no había visto")} se desvió ${e} (raíz del error cuadrático medio). Corra los escenarios para tener un plan.`,
	estimateReady: "Las estimaciones al instante están listas: mueva un control. Lo que está al lado está planificado.",
	estimateBeyond: "Un control está más allá de las posiciones planificadas: corra los escenarios.",
	present: "Valor presente",
	roi: "Rendimiento",
	internal: "Tasa interna",
	noCosts: "sin costos",
	aYear: (e) => `${e} al año`,
	internalRates: {
		borrow: "ninguna que sirva: el dinero entra primero",
		several: "varias: guíese por el valor presente",
		outside: "por debajo de −99 % o por encima de 10,000 %",
		none: "ninguna"
	},
	receives: "Quién recibe qué",
	points: (e) => `${e} pt`,
	receivers: {
		clinic: "Clínica",
		payer: "Pagadores",
		staff: "Personal",
		others: "Otros: agencias, millaje, contratación, salidas, desembolsos"
	},
	receivesNote: "Lo que uno paga y otro recibe se cancela: la suma es la atención hospitalaria que ya nadie paga.",
	sum: "Suma",
	moves: "Qué lo mueve más",
	movesNote: "Cada incógnita de su P10 a su P90, con un punto en P90 y lo demás en la mitad de su rango, con la misma suerte. Al lado, la diferencia.",
	middle: "todo en la mitad",
	swing: "Oscilación",
	shares: "Partes de la incertidumbre y lo que vale saber más",
	shareColumns: [
		"Incógnita",
		"Oscilación ± error",
		"Parte de la varianza ± error",
		"Valor de conocerla antes ± error"
	],
	chanceShare: (e) => `Algo que no hace nada recibe ${e} de la varianza solo por azar. Las incógnitas que se mueven juntas comparten varianza, así que las partes no suman 100 %.`,
	parts: "Cada cambio por sí solo y todos juntos",
	partsNote: "Todo en la mitad de su rango. Donde dos cambios hacen lo mismo, la interacción lo descuenta.",
	partColumns: [
		"Cambio",
		"Solo ± error",
		"Se pierde si se omite ± error"
	],
	interaction: "Interacción",
	together: "Todos juntos",
	unknowns: {
		"demand level": "Demanda de la semana media",
		"no-show level": "Tasa real de ausencias de hoy",
		"days to hire": "Días para contratar"
	},
	cumulative: (e) => `Beneficio neto acumulado en ${e} meses`,
	netOver: (e) => `Beneficio neto, ${e} meses`,
	finding: (e, t, n, r, i) => `Caso probable: cerca de ${e} tras ${t} meses; 8 de cada 10 corridas entre ${n} y ${r}. El ${i} de todas las corridas termina con ganancia.`,
	linesNote: "Las líneas son medianas; las bandas contienen 8 de cada 10 corridas.",
	month: (e) => e === 0 ? "Hoy" : `${e} m`,
	monthTitle: "Mes",
	before: "antes",
	rangeOf: "8 de cada 10 corridas",
	sideBySide: "Lado a lado",
	paired: "Las diferencias se toman corrida por corrida con la misma suerte. Los rangos contienen 8 de cada 10 corridas.",
	show: "Mostrar",
	values: "Valores",
	differences: "Diferencias",
	baseColumn: "Base",
	unknown: "sin datos",
	thisRun: "Esta corrida",
	settings: "Ajustes",
	outcomes: "Resultado, caso probable",
	against: "Diferencias frente a",
	asToday: "como hoy",
	baseOfComparison: "0, se compara con esto",
	likelyNote: "Los tres casos de esta corrida, con lo que se sorteó para cada uno, y el caso probable de cada escenario conservado. Frente a la base, las diferencias se toman corrida por corrida con la misma suerte; frente a otro escenario, son diferencias de medias.",
	nothingKept: "Conserve escenarios con un nombre y quedarán aquí lado a lado.",
	workbook: "Libro de Excel con supuestos vivos",
	workbookNote: "Su dinero son fórmulas: cambie en él un precio, un costo o la tasa de descuento, y el beneficio neto, el valor presente, el rendimiento y la recuperación lo siguen.",
	workbookName: "escenarios.xlsx",
	open: "Abrir",
	remove: "Quitar",
	saveAs: "Conservar este escenario como",
	save: "Guardar",
	savedSealed: (e) => `Guardado como ${e}, cifrado. Sin la frase de contraseña nadie puede abrirlo.`,
	saved: (e) => `Se guardó el escenario ${e}`,
	removed: (e) => `Se quitó el escenario ${e}`,
	loaded: (e) => `Se muestra el escenario ${e}`,
	monthly: "Dinero por mes",
	monthlyColumns: [
		"Ingresos, base",
		"Gastos, base",
		"Ingresos",
		"Gastos",
		"Beneficio neto",
		"8 de cada 10 corridas",
		"Acumulado"
	],
	limits: "Lo que estas cifras no pueden decir",
	allWrong: (e) => `Si todos los supuestos resultaran a la vez en su extremo prudente: cerca de ${e}. Se muestra aparte porque es menos probable que cualquiera de los tres.`,
	taken: (e) => `${D(e, "valor dado", "valores dados")} por hecho, con fuentes`,
	record: (e, t, n, r, i) => `${D(e, "muestra")} de ${D(t, "corrida")} cada una, ${D(n, "semana planificada y verificada", "semanas planificadas y verificadas")}, semilla ${r}, versión ${i}.`
}, Wc = {
	title: "Compartir",
	intro: "Listas y calendarios para personas de fuera. Nadie aparece en ellos sin un consentimiento vigente; revíselos antes de llevárselos.",
	kinds: {
		reminders: "Recordatorios",
		family: "Invitaciones a la familia",
		visits: "Verificación de visitas",
		billing: "Revisión de facturación",
		calendar: "Calendarios"
	},
	choose: "Qué compartir",
	about: {
		reminders: "Sesiones con cita de la próxima semana, de pacientes que aceptaron recordatorios.",
		family: "Sesiones de familia de la próxima semana, con contactos que tienen tiempo y pueden saberlo. Cada uno recibe un texto y un calendario que no nombran a nadie.",
		visits: "Visitas a domicilio de la última semana con los seis campos de la verificación electrónica de visitas. Las horas son las de la agenda: quién vino y cuándo no está en las tablas.",
		billing: "Sesiones de la última semana: código y unidades registrados junto a lo que sugieren sus minutos según las reglas vigentes, y la autorización. Para que lo lea quien factura; nada de esto es una reclamación."
	},
	working: "Revisando",
	rows: (e, t, n) => `${D(e, "fila")}, del ${t} al ${n}`,
	differing: (e) => e === 0 ? "Ningún código ni unidad difiere de lo sugerido." : `Primero, ${D(e, "fila")} cuyo código o unidades difieren de lo sugerido.`,
	nothing: "No sale nada: ninguna fila de estos días puede.",
	leftOut: (e) => D(e, "fila excluida", "filas excluidas"),
	leftOutTable: "Filas excluidas",
	noneLeftOut: "No se excluyó nada.",
	columns: {
		session: "Sesión",
		patient: "Paciente",
		reason: "Por qué"
	},
	reason: (e, t) => `${t} × ${e}`,
	notice: "Va con ello (42 CFR 2.32; compruebe que el texto esté vigente):",
	take: "Llevar la lista (CSV)",
	invitations: "Invitaciones",
	text: "Texto",
	ics: "Calendario",
	invited: (e, t, n) => `${e}, ${t} ${n}`,
	invitation: (e, t) => `Invitación de ${e}: ${t}`,
	whose: "Qué calendario",
	calendars: {
		others: "Agenda completa, para otros",
		complete: "Agenda completa con todo, para volver a leerla aquí",
		busy: "Tiempo ocupado de los clínicos"
	},
	clinicians: "Clínicos",
	rooms: "Salas",
	calendarNote: "Para otros, desde hoy: cuándo y dónde, con un título neutro salvo que los ajustes digan otra cosa, y nada de a quién se atiende.",
	completeNote: "Contiene todo lo que las tablas dicen de cada sesión, también los pacientes: para la propia clínica.",
	busyNote: "Cuándo está ocupado cada clínico en las semanas planificadas, y nada más.",
	entries: (e) => D(e, "entrada"),
	takeCalendar: "Llevar el calendario (.ics)",
	firstLines: "Primeras líneas",
	consents: "Consentimientos",
	consentsIntro: "Lo que un paciente ha aceptado. Uno revocado deja de valer desde ese momento, para toda lista, calendario y plan.",
	ofPatient: "Paciente",
	choosePatient: "Elija un paciente",
	none: "ninguno",
	noConsent: "No hay ninguno: no sale nada de este paciente.",
	consent: (e, t, n, r) => `${e}: ${t}; dado el ${n}${r ? `, hasta el ${r}` : ""}`,
	revokedOn: (e) => `revocado el ${e}`,
	ended: "terminado",
	revoke: "Revocar",
	revokeThis: (e) => `Revocar: ${e}`,
	revoked: "Se revocó el consentimiento",
	purposes: {
		reminders: "recordatorios",
		family: "familia",
		visit_verification: "verificación de visitas",
		billing: "facturación",
		external: "otros"
	}
}, Gc = {
	title: "Hojas del día",
	open: "Hojas del día",
	close: "Volver al tablero",
	by: "Una página por cada",
	of: {
		clinician: "Clínico",
		room: "Sala",
		group: "Grupo"
	},
	names: "Nombres completos",
	print: "Imprimir",
	making: "Se hacen las hojas",
	empty: "No hay nada planificado en este día.",
	neutral: "Los pacientes aparecen con iniciales, o como están rotulados; las sesiones, por su tipo.",
	pages: (e) => D(e, "página"),
	time: "Hora",
	what: "Qué",
	patients: "Quién",
	clinicians: "Con",
	place: "Dónde",
	done: "Vino, notas",
	seats: (e) => D(e, "paciente"),
	version: (e, t) => `Plan ${e}, al ${t}`,
	synthetic: "Clínica de muestra. Sin pacientes reales."
}, Kc = {
	title: "Simulador",
	intro: "Vive una semana suceso por suceso, con ausencias, licencias por enfermedad, emergencias y sesiones que se alargan, bajo varias formas de programar. A todas les toca la misma suerte.",
	policies: {
		cancel_only: "Solo cancelar",
		recall: "Solo lista de espera",
		human: "Recepción",
		rules: "Reglas",
		optimizer: "Optimizador"
	},
	policyNotes: {
		cancel_only: "Publica lo que está y cancela lo que no puede tener lugar.",
		recall: "Además ofrece el tiempo liberado a quienes esperan.",
		human: "Una recepción verosímil, ajustada por su propio bien en otras clínicas: pregunta a colegas, llama a la gente y arregla lo que ve.",
		rules: "Da a cada sesión el hueco libre más cercano, la más importante primero.",
		optimizer: "Planifica la semana y luego la repara con los menos cambios posibles."
	},
	ways: "Las formas de programar",
	claims: "Lo que se afirma y lo que se midió",
	claimsNote: "Afirmaciones sobre programadores como este, comparadas con clínicas propias que se vivieron. La regla de los veredictos se escribió antes de la primera corrida.",
	unmeasured: "Aún no medido en esta versión. Pruébelo abajo con la clínica abierta.",
	kind: "Clínicas",
	finding: (e, t) => `De ${D(e, "afirmación", "afirmaciones")}: ${t}.`,
	told: {
		holds: (e) => `${e} se ${e === 1 ? "cumple" : "cumplen"}`,
		in_part: (e) => `${e} se ${e === 1 ? "cumple" : "cumplen"} en parte`,
		does_not_hold: (e) => `${e} no se ${e === 1 ? "cumple" : "cumplen"}`,
		cannot_hold: (e) => `${e} no ${e === 1 ? "puede" : "pueden"} cumplirse`,
		not_measured: (e) => `${e} sin medir`
	},
	verdicts: {
		holds: "✓ se cumple",
		in_part: "△ en parte",
		does_not_hold: "▲ no se cumple",
		cannot_hold: "✕ no puede cumplirse",
		not_measured: "– sin medir"
	},
	columns: {
		claim: "Afirmación",
		human: "Recepción",
		optimizer: "Optimizador",
		difference: "Diferencia",
		worst: "Peor décimo",
		recall: "Solo lista de espera",
		rules: "Reglas",
		n: "n"
	},
	measure: "Cifra",
	tableNote: "Proporciones en porcentaje, sus diferencias en puntos; otras cifras tal cual. Diferencia: optimizador menos recepción, con la misma suerte y el intervalo del 95 % de su media. En una de cada diez corridas la diferencia es peor que el peor décimo.",
	beside: "Junto a ellas: lo que puede costar una mejora",
	own: "La clínica abierta",
	ownNote: "Su propia semana, desde la agenda importada, con sus propias tasas del pasado. Cada corrida es la misma clínica con otra suerte, así que los intervalos no dicen nada de otras clínicas.",
	runs: "Corridas",
	runsOf: (e) => D(e, "corrida"),
	run: "Vivir la semana",
	again: "Vivirla de nuevo",
	stop: "Detener y conservar",
	running: "Se vive la semana",
	progress: (e, t, n) => `${e} de ${D(t, "corrida lista", "corridas listas")}${n ? ` · ahora: ${n.toLowerCase()}` : ""}`,
	firstRuns: "Los intervalos necesitan dos corridas. Las cifras aparecen aquí a medida que terminan.",
	soFar: (e) => `Hasta ahora, ${D(e, "corrida")}:`,
	stopped: (e, t) => `Detenido tras ${e} de ${D(t, "corrida")}.`,
	few: (e) => `${D(e, "corrida")} de una clínica: un vistazo, con intervalos anchos.`,
	many: "La tabla de arriba es de muchas clínicas, cada una con su suerte.",
	taken: "El motor está ocupado. Corra esto cuando termine.",
	stale: "La clínica cambió desde entonces: estas cifras son de como era.",
	done: "La semana se vivió",
	all: "Todas las cifras",
	rates: "Con qué frecuencia ocurren las cosas",
	rate: {
		what: "Qué",
		value: "Con qué frecuencia",
		source: "De dónde"
	},
	period: (e, t) => `Vivido: del ${e} al ${t}.`,
	limits: "Lo que no puede saber",
	limitItems: [
		"Las tasas son las del pasado e iguales para toda forma de programar; los intervalos son el azar entre corridas, no la duda sobre las tasas.",
		"Que la gente venga depende del servicio y de cuánto esperó, y de nada más.",
		"Se supone cómo responden colegas y pacientes cuando se les pregunta.",
		"Lo que vale para clínicas inventadas no tiene por qué valer para la suya, y una simulación no es un piloto."
	]
}, qc = {
	title: "Cuántas personas hacen falta",
	intro: "Planifica la semana de nuevo con más y más personas hasta cumplir las metas, y luego quita lo que sobra. Las personas nuevas trabajan como el contrato más completo de su disciplina.",
	targets: "Metas",
	measures: {
		placed: ["Ubicado de todo lo deseado", "al menos"],
		mandated_unplaced: ["Exigidas por reglas clínicas, sin lugar", "a lo sumo"],
		third_next_available: ["Días hasta el tercer espacio libre", "a lo sumo"],
		high_strain: ["Clínicos con exigencia alta", "a lo sumo"],
		raised_strain: ["Clínicos con exigencia elevada o alta", "a lo sumo"],
		overtime_hours: ["Horas extra por semana", "a lo sumo"],
		utilization: ["Tiempo disponible con cita", "a lo sumo"]
	},
	units: {
		placed: "%",
		utilization: "%",
		third_next_available: "días",
		overtime_hours: "h"
	},
	value: (e, t) => `${e}: ${t}`,
	demand: "Demanda frente a hoy, %",
	step: "Paso, equivalentes de tiempo completo",
	run: "Buscar la dotación mínima",
	stop: "Detener y conservar lo hecho",
	running: "Se busca la dotación mínima",
	progress: (e, t) => `${D(e, "semana planificada", "semanas planificadas")}, ahora ${t} FTE más`,
	done: "Se encontró una dotación",
	none: "No se encontró una dotación",
	empty: "Elija lo que se debe alcanzar y comience la búsqueda. Planifica de 20 a 80 semanas.",
	noTarget: "Elija al menos una meta.",
	stale: "Esto responde a las metas anteriores a su último cambio.",
	notFewer: "No se busca si bastarían menos que hoy.",
	nobody: "Bastan las personas de hoy.",
	found: (e) => `Hace falta: ${e}.`,
	cost: (e) => `Son ${e} más de salarios al año.`,
	missed: (e) => `No se alcanza. Lo más cercano: ${e}.`,
	person: (e, t) => `${e} ${t}`,
	more: (e) => `${e} más`,
	certain: "También se planificó un paso menos en cada disciplina, y no cumple alguna meta.",
	uncertain: "La búsqueda terminó antes de probar todas las menores: puede bastar una dotación menor.",
	today: "Las personas de hoy",
	chart: "Costo frente a acceso",
	caption: (e) => `Cada punto es una semana planificada con otras personas, ${e} en total. La línea une las que ninguna otra supera a la vez en salarios y acceso.`,
	x: "Salarios al año",
	y: "Ubicado",
	best: "la menor que cumple todo",
	columns: {
		people: "Contratadas",
		placed: "Ubicado",
		cost: "Salarios al año",
		met: "Metas"
	},
	met: "cumplidas",
	notMet: "no cumplidas",
	frontier: "En la línea",
	every: "Todas las dotaciones planificadas",
	limits: "Lo que esta búsqueda no puede decir",
	record: (e, t, n) => `${D(e, "semana planificada y verificada", "semanas planificadas y verificadas")}, semilla ${t}, versión ${n}.`,
	also: "Ver qué trae",
	alsoNote: "Pone a estas personas en el escenario, para ver qué traen en dinero."
}, Jc = {
	title: "Triaje",
	intro: "Qué tan urgentes son los pedidos y qué tan complejos los pacientes, con reglas que usted puede leer y cambiar. Apoyo a la planificación, no consejo clínico: quien está en peligro necesita a una persona ahora.",
	looking: "Se revisa cada pedido con las reglas",
	retry: "Revisar de nuevo",
	empty: "Esta clínica no tiene órdenes abiertas. Agregue pacientes y órdenes, y puntajes si los lleva.",
	addData: "Agregar datos",
	tiers: {
		emergency: "Emergencia",
		urgent: "Urgente",
		soon: "Pronto",
		routine: "Rutina",
		planned: "Planificado"
	},
	version: (e, t) => `Según lo registrado hasta el ${t}. Versión de las reglas: ${e}.`,
	finding: (e, t) => `${D(e, "pedido espera", "pedidos esperan")} una primera sesión; ${t === 0 ? "ninguno necesita" : t === 1 ? "1 orden necesita" : `${t} órdenes necesitan`} que una persona lo revise.`,
	persons: "Necesita a una persona",
	personsNote: "No se activó ninguna regla de nivel, o no queda ninguna modalidad. Para estos no se sugiere nada.",
	personsNone: "Una regla cubre cada orden.",
	queue: "Quién va primero",
	queueNote: "Primero las emergencias; luego según el momento del pedido más lo que permite el nivel, menos una parte por puntos. Quien espera gana terreno frente a todos los que llegan después.",
	queueNone: "Nadie espera una primera sesión.",
	asked: (e) => `pedido el ${e}`,
	waited: (e) => `espera ${e}`,
	points: (e, t, n) => e === n ? D(t, "punto") : `${D(t, "punto")} (${e} a ${n} si se supiera más)`,
	atWorst: (e) => `podría ser ${e.toLowerCase()} si se supiera más`,
	missing: (e) => `No se sabe: ${e}`,
	inPerson: "solo en persona",
	perhapsInPerson: "quizá solo en persona",
	suggested: "Sugerido",
	due: (e) => `primera sesión antes de ${e}`,
	priority: (e) => `prioridad ${e}`,
	own: (e) => `La orden misma dice ${e}: eso prevalece.`,
	why: "Por qué",
	noRule: "No se activó ninguna regla.",
	gives: (e) => `da ${e.toLowerCase()}`,
	adds: (e) => `suma ${D(e, "punto")}`,
	fact: (e, t, n) => `${e} ${t}${n ? `, ${n}` : ""}`,
	accept: "Aceptar",
	accepted: (e) => `✓ aceptado ${e}`,
	outdated: "▲ las reglas ahora sugerirían otra cosa",
	withdraw: "Retirar",
	acceptedLabel: (e) => `Se aceptó la sugerencia para ${e}`,
	withdrawnLabel: (e) => `Se retiró la decisión para ${e}`,
	more: (e) => `Mostrar ${e} más`,
	tierTable: "Niveles y espera",
	tierColumns: {
		tier: "Nivel",
		due: "Permite",
		orders: "Órdenes",
		waiting: "En espera",
		longest: "La más larga hasta hoy",
		bound: "La más larga posible"
	},
	noBound: "sin fin: llegan más de los que caben",
	days: (e) => D(e, "día"),
	capacity: "Espera más larga posible",
	capacityNote: "Para estos espacios y llegadas, pase lo que pase dentro de ellos. No incluye pacientes que no están, habilidades ni salas.",
	capacityFields: {
		slots_per_day: "Espacios al día",
		gap_min: "Mayor tiempo sin espacios, horas",
		emergencies_per_day: "Emergencias al día",
		emergency_burst: "Emergencias a la vez",
		others_per_day: "Otros pedidos al día",
		other_burst: "Otros a la vez"
	},
	compute: "Calcular",
	rules: "Reglas",
	rulesNote: "La versión nombra exactamente estas reglas. Un cambio crea una versión nueva y se puede deshacer.",
	purposes: {
		tier: "Niveles",
		points: "Puntos",
		in_person: "En persona",
		acuity: "Complejidad"
	},
	purpose: "Tipo de regla",
	ruleColumns: {
		rule: "Regla",
		when: "Cuándo",
		gives: "Da",
		fired: "Activada",
		open: "Abierta"
	},
	givesPoints: (e) => `${e > 0 ? "+" : ""}${e}`.replace("-", "−"),
	within: (e) => `en ${D(e, "día")}`,
	yours: "suya",
	off: "apagada",
	edit: (e) => `Editar la regla: ${e}`,
	add: "Agregar una regla",
	editing: "Editar una regla",
	text: "Lo que dice",
	whenField: "Cuándo, una condición por línea; deben cumplirse todas",
	whenHelp: "Por ejemplo: phq9 >= 20, o phase = detox | residential.",
	tier: "Nivel",
	pointsField: "Puntos",
	withinField: "Cuenta observaciones de los últimos días (vacío: lo habitual)",
	save: "Guardar la regla",
	switchOff: "Apagar",
	switchOn: "Encender",
	cancel: "Cancelar",
	saved: (e) => `Se cambió la regla ${e}`,
	license: (e) => `Condiciones: ${e}.`,
	refused: "Reglas que no se pueden usar",
	acuity: "Complejidad",
	acuityNote: (e) => `Qué tan exigente es la atención de un paciente, según la suma de los pesos que se activaron: un nivel por cada ${D(e, "punto")}. Se listan aquellos cuyo nivel cambiaría, primero los que suben. Donde hay poco registrado, un nivel bajo puede significar solo eso: mire su rango.`,
	acuityNone: "Los pesos dan a cada paciente el nivel que usan los planes.",
	level: (e, t, n, r) => `Nivel ${e}${t === n ? "" : ` (${t} a ${n} si se supiera más)`}, los planes usan ${r}`,
	patientOf: (e) => e ? `Un paciente de ${e}` : "Un paciente",
	useLevel: "Usar este nivel",
	facts: "Lo que falta más a menudo",
	factsNote: (e) => `De ${e} órdenes y referidos abiertos, a tantos les falta; donde falta, el rango de puntos y niveles es más ancho.`,
	factCount: (e, t) => `${e}: ${t}`,
	changeOf: (e) => `${e} (cambio)`,
	factNames: {
		priority: "prioridad",
		due_by: "plazo",
		kind: "tipo",
		phase: "fase",
		site: "sede",
		service: "servicio",
		discipline: "disciplina",
		modality: "modalidad",
		referral_emergency: "referido como emergencia",
		days_waiting: "días en espera",
		days_in_care: "días en atención",
		days_since_discharge: "días desde el alta",
		last_stay_days: "días de la última estancia",
		last_stay_unplanned: "última estancia no planificada",
		missed_60d: "perdidas en 60 días",
		stays_365d: "estancias en 365 días",
		unplanned_stays_180d: "estancias no planificadas en 180 días",
		acuity: "complejidad",
		pregnant: "embarazo",
		injects: "se inyecta",
		level_of_care: "nivel de atención",
		ciwa_ar: "CIWA-Ar",
		cows: "COWS",
		news2: "NEWS2",
		phq9: "PHQ-9",
		phq9_item9: "PHQ-9, pregunta 9",
		gad7: "GAD-7",
		spo2: "saturación de oxígeno",
		systolic: "presión sistólica",
		six_minute_walk: "caminata de seis minutos",
		suicide_risk: "riesgo de suicidio",
		fall: "caídas",
		overdose: "sobredosis"
	},
	overdue: "▲ fuera de plazo",
	referrals: "Referidos abiertos",
	referralsNote: "Aún no son órdenes: cuentan cuando se escribe una orden.",
	limits: "Lo que no puede saber"
}, Yc = {
	title: "Carga de trabajo",
	intro: "Lo que la agenda exige de las personas, en partes que usted puede ver. No es cómo están: una agenda no dice quién está agotado. Pregunte y alivie.",
	looking: "Se revisan las semanas trabajadas y el plan",
	retry: "Revisar de nuevo",
	empty: "Nadie tiene trabajo registrado ni en el plan. Agregue clínicos y visitas.",
	addData: "Agregar datos",
	bands: {
		usual: "○ habitual",
		raised: "△ elevada",
		high: "▲ alta"
	},
	unknown: "no se sabe",
	finding: (e, t, n, r) => `En las últimas cuatro semanas el equipo está en ${e} de 100 (${t}); el plan lo pone en ${n} (${r}).`,
	findingNote: (e, t) => `El índice es la media ponderada de las partes de abajo (K25); elevada desde ${e}, alta desde ${t}, o cuando una sola parte es grande.`,
	period: (e, t) => `Últimas cuatro semanas completas: del ${e} al ${t}.`,
	periods: {
		recent: "Últimas cuatro semanas",
		ahead: "El plan"
	},
	bandTable: "Clínicos por banda",
	bandColumn: "Banda",
	parts: (e) => `De qué se compone: ${e.toLowerCase()}`,
	partsCaption: (e, t, n) => `Más puntos por ${e.toLowerCase()}: ${t} de ${n}. Todas las partes suman el índice.`,
	partText: (e, t) => `${e} puntos, ${t}`,
	pointsOf: (e) => `${e} puntos`,
	partsNone: "Ninguna parte da puntos.",
	missing: (e) => `Sin registrar, por lo que se excluye y no cuenta como cero: ${e}.`,
	sources: "Rangos y fuentes",
	sourceLine: (e, t, n, r, i) => `${e}: nada en ${t}, completo en ${n}, peso ${r}; ${i}.`,
	weeks: "Semana por semana",
	weekOf: (e) => `Semana del ${e}`,
	raisedFrom: "elevada desde aquí",
	rises: (e, t, n) => `Sube de forma constante: ${e} puntos por semana en ${D(t, "semana")}; el azar solo lo haría en ${n} de esas series.`,
	noRise: (e, t, n) => `Sin subida constante: ${e} puntos por semana en ${D(t, "semana")}, lo que el azar solo hace en ${n} de esas series.`,
	noTrend: "Se conocen muy pocas semanas para una tendencia.",
	disciplines: "Por disciplina",
	disciplinesNote: "Donde trabajan tres o más.",
	columns: {
		discipline: "Disciplina",
		clinician: "Clínico",
		people: "Clínicos",
		recent: "Últimas cuatro semanas",
		ahead: "El plan",
		relief: "Alivio"
	},
	people: "Clínicos uno por uno",
	peopleShow: "Mostrar a los clínicos uno por uno",
	peopleNote: "Apagado hasta que usted lo encienda. Muestre a cada persona su propia línea y la de nadie más. Es para aliviar a las personas, no para juzgarlas.",
	falseAlarms: (e) => `Entre todos los clínicos cabe esperar cerca de ${e} avisos de subida constante solo por azar.`,
	warnings: {
		rising: "▲ sube de forma constante",
		high_weeks: "▲ dos semanas altas seguidas",
		more_ahead: "▲ el plan exige más que las últimas semanas"
	},
	cell: (e, t) => `${e}, ${t.replace(" ", "\xA0")}`,
	close: "Cerrar",
	surveys: "Lo que dice la gente",
	surveysNote: "Respuestas del personal, junto al índice y nunca dentro de él. Los instrumentos no se mezclan; los meses con pocas respuestas se ocultan.",
	surveysNone: "No hay encuestas registradas. Una pregunta a las personas dice más que cualquier agenda.",
	surveyColumns: {
		instrument: "Instrumento",
		month: "Mes",
		answers: "Respuestas",
		mean: "Media",
		above: "En el corte o por encima"
	},
	hidden: "oculto",
	noCut: "ninguno",
	instruments: {
		enps: "eNPS",
		mini_z: "Mini-Z",
		mbi: "MBI",
		pfi: "PFI"
	},
	above: (e, t) => `${e} (desde ${t})`,
	limits: "Lo que no puede saber"
}, Xc = {
	malformed: ["sesión que no concuerda con las tablas de la clínica", "sesiones que no concuerdan con las tablas de la clínica"],
	session_window: ["sesión fuera de sus horas", "sesiones fuera de sus horas"],
	grid: ["inicio fuera de la cuadrícula", "inicios fuera de la cuadrícula"],
	not_eligible: ["sesión con un clínico que no puede darla", "sesiones con un clínico que no puede darlas"],
	same_clinician: ["sesión con el mismo clínico dos veces", "sesiones con el mismo clínico dos veces"],
	part_offset: ["clínico que se suma demasiado temprano o tarde", "clínicos que se suman demasiado temprano o tarde"],
	clinician_hours: ["sesión fuera del horario de un clínico", "sesiones fuera del horario de un clínico"],
	clinician_overlap: ["clínico con dos citas a la vez o sin tiempo entre ellas", "clínicos con dos citas a la vez o sin tiempo entre ellas"],
	patient_overlap: ["paciente con dos citas a la vez", "pacientes con dos citas a la vez"],
	patient_hours: ["cupo cuando el paciente no puede venir", "cupos cuando el paciente no puede venir"],
	wrong_room: ["sala que falta o no es adecuada", "salas que faltan o no son adecuadas"],
	room_hours: ["sesión en una sala cerrada", "sesiones en una sala cerrada"],
	room_overlap: ["sala con dos sesiones a la vez", "salas con dos sesiones a la vez"],
	equipment: ["choque por equipo", "choques por equipo"],
	group_seats: ["grupo con exceso de pacientes", "grupos con exceso de pacientes"],
	seat_not_offered: ["cupo en un grupo que no se reúne", "cupos en grupos que no se reúnen"],
	group_pair: ["par que debe ir junto o separado", "pares que deben ir juntos o separados"],
	spacing: ["par de sesiones demasiado seguidas", "pares de sesiones demasiado seguidas"],
	order: ["sesión en orden equivocado", "sesiones en orden equivocado"],
	authorization: ["sesión sin autorización", "sesiones sin autorización"],
	day_limit: ["día por encima del límite diario", "días por encima del límite diario"],
	week_limit: ["semana por encima del límite semanal", "semanas por encima del límite semanal"],
	rest: ["noche con muy poco descanso", "noches con muy poco descanso"],
	days_in_row: ["racha de demasiados días", "rachas de demasiados días"],
	points_cap: ["semana por encima del tope de puntos", "semanas por encima del tope de puntos"],
	caseload_cap: ["carga de casos por encima del tope", "cargas de casos por encima del tope"],
	lock_moved: ["sesión fija que se movió", "sesiones fijas que se movieron"]
}, Zc = {
	app: "Rosterwell",
	skip: "Ir al contenido",
	nav: "Vistas",
	groups: {
		plan: "Planificar",
		measure: "Medir",
		ahead: "Prever",
		trust: "Confianza"
	},
	views: {
		start: "Inicio",
		data: "Datos",
		triage: "Triaje",
		schedule: "Agenda",
		kpis: "Indicadores",
		attendance: "Asistencia",
		workload: "Carga de trabajo",
		pilot: "Piloto",
		forecast: "Pronóstico",
		scenarios: "Escenarios",
		simulator: "Simulador",
		governance: "Gobernanza",
		privacy: "Privacidad"
	},
	kinds: {
		individual: "Individual",
		group: "Grupo",
		family: "Familia",
		evaluation: "Evaluación",
		shift: "Turno"
	},
	looks: {
		individual: ["I", "Individual"],
		group: ["G", "Grupo"],
		family: ["F", "Familia"],
		evaluation: ["E", "Evaluación"],
		telehealth: ["T", "Telesalud"],
		shift: ["R", "Turno"]
	},
	modalities: {
		in_person: "en persona",
		home: "a domicilio",
		video: "por video",
		phone: "por teléfono"
	},
	rules: Xc,
	terms: {
		unplaced: "sesión sin ubicar",
		empty_seat: "cupo de grupo sin dar",
		weekly_minimum: "por debajo del mínimo semanal",
		small_group: "grupo pequeño",
		overtime: "horas extra",
		extra_time: "fuera del horario habitual",
		travel: "tiempo de viaje",
		mileage: "millaje",
		waiting: "espera entre sesiones",
		fragmented_idle: "huecos demasiado cortos",
		continuity: "no es el clínico habitual",
		handoff: "un clínico más para el paciente",
		preference: "fuera de lo que se prefiere",
		specialization: "la especialidad no corresponde",
		second_choice: "segunda opción de sala o modalidad",
		workload_balance: "carga de trabajo desigual",
		acuity_balance: "complejidad desigual",
		missed_lunch: "sin pausa para almorzar",
		recovery: "muy poco tiempo para recuperarse",
		short_break: "sin pausa corta entre sesiones",
		long_run: "racha larga sin pausa",
		reserve: "se usó la reserva para emergencias",
		lateness: "después del plazo",
		worst_lateness: "el retraso más largo",
		worst_waiting: "la espera más larga de un clínico",
		worst_idle: "el día con más tiempo vacío",
		fairness: "tardes y fines de semana desiguales",
		change: "distinto de la agenda publicada"
	},
	disciplines: {
		rn: "RN",
		lpn: "LPN",
		lpc: "LPC",
		lcsw: "LCSW",
		pt: "PT",
		pta: "PTA",
		ot: "OT",
		cota: "COTA",
		slp: "SLP",
		md: "MD",
		np: "NP",
		counselor: "consejero",
		therapist: "terapeuta",
		peer: "compañero de apoyo",
		case_manager: "administrador de casos",
		home_aide: "auxiliar a domicilio",
		rehab_aide: "auxiliar de rehabilitación",
		social_worker: "trabajador social",
		prescriber: "prescriptor",
		physician: "médico",
		psychologist: "psicólogo",
		nurse: "enfermero"
	},
	ids: bc,
	rule: (e, t) => `${C(t)} ${Xc[e][t === 1 ? 0 : 1]}`,
	patients: (e) => D(e, "paciente"),
	seats: (e) => D(e, "cupo"),
	synthetic: "Clínica de muestra. Sin pacientes reales.",
	week: (e) => `semana del ${e}`,
	unnamed: "Clínica sin nombre",
	onDevice: "En este dispositivo",
	requests: (e) => D(e, "solicitud de red", "solicitudes de red"),
	undo: "Deshacer",
	redo: "Rehacer",
	undoWhat: (e) => `Deshacer: ${e}`,
	redoWhat: (e) => `Rehacer: ${e}`,
	undone: (e) => `Deshecho: ${e}`,
	redone: (e) => `Hecho de nuevo: ${e}`,
	nothingToUndo: "Nada que deshacer",
	nothingToRedo: "Nada que rehacer",
	saveFile: "Guardar archivo",
	unsaved: (e) => `Aún no está guardado en un archivo. Si cierra la pestaña se ${e === 1 ? "pierde" : "pierden"} ${D(e, "cambio")}.`,
	savedSealed: (e) => `Guardado como ${e}, cifrado. Sin la frase de contraseña nadie puede abrirlo.`,
	saved: (e) => `Guardado como ${e}. El archivo no está cifrado: consérvelo donde se permita tener datos de pacientes.`,
	print: "Imprimir",
	theme: {
		label: "Colores",
		system: "Como el sistema",
		light: "Claro",
		dark: "Oscuro"
	},
	formats: {
		title: "Idioma y formatos",
		language: "Idioma",
		clock: "Reloj",
		clocks: {
			12: "12 horas",
			24: "24 horas"
		},
		currency: "Moneda de la clínica",
		weekStart: "Primer día de su semana laboral",
		changed: "Se cambiaron los ajustes de la clínica",
		note: "El idioma y el reloj se olvidan al cerrar la pestaña. La moneda y la semana laboral se guardan con la clínica."
	},
	close: "Cerrar",
	message: "Mensaje",
	portal: {
		send: "Enviar al portal",
		title: "¿Enviar el plan al portal?",
		to: "Se envía a",
		what: (e) => `El plan con ${D(e, "sesión", "sesiones")}: horas, salas, y los clínicos y pacientes de cada una con los identificadores de la clínica. Nada más.`,
		after: "Lo que el portal haga con él depende del portal. Queda anotado en el registro.",
		cancel: "No enviar",
		sent: (e) => `Se envió el plan a ${e}.`
	},
	empty: {
		text: "Todavía no hay nada abierto.",
		start: "Abrir algo",
		notPrinted: (e) => `La página que rodea a esta no le permite imprimir. La vista se guardó como ${e}: ábrala e imprímala.`,
		readonly: "Aquí este plan solo se puede mirar."
	},
	retry: "Intentar de nuevo",
	engine: {
		lost: "El cálculo se detuvo de forma inesperada. Su plan está intacto.",
		blocked: (e) => `El motor no puede iniciar: ${e}`,
		blockedWorker: "la política de seguridad de esta página debe permitir worker-src blob: y script-src 'wasm-unsafe-eval'.",
		refused: {
			foreign: (e) => `sus archivos están en ${e}, y nunca se usan scripts de otro origen. Sírvalos desde el origen de esta página.`,
			missing: (e) => `no se pudo cargar ${e}.`,
			bytes: (e) => `lo que se entregó como ${e} no es una de sus partes.`
		}
	},
	failed: "Ocurrió algo inesperado en la página",
	actions: {
		optimize: "Se optimizó la semana",
		keep: "Se conservó el plan",
		kept: "Este plan queda conservado. Guarde un archivo para tenerlo mañana.",
		revert: "Se volvió atrás",
		reverted: "De vuelta al plan anterior a la propuesta.",
		move: (e, t, n) => `Se movió ${e} a ${t}${n ? `, ${n}` : ""}`,
		noConflict: "Sin conflictos.",
		lock: (e) => `Se fijó ${e}`,
		unlock: (e) => `Se soltó ${e}`,
		explainLock: (e) => `Se dijo por qué ${e} se queda donde está`,
		lockedByClinic: "Los datos de la clínica fijaron esta sesión. Cámbielos allí para soltarla.",
		unplace: (e, t) => `Se quitó ${e} de ${t}`
	},
	loading: "Se prepara la clínica de muestra",
	schedule: gc,
	solve: _c,
	changes: vc,
	session: yc,
	kpis: Sc,
	start: Cc,
	data: wc,
	scenarios: Uc,
	charts: {
		showTable: "Mostrar como tabla",
		hideTable: "Ocultar la tabla",
		table: (e) => `${e}, tabla`,
		begins: (e) => `El eje comienza en ${e}, no en 0.`,
		bands: "Banda oscura: 8 de cada 10 casos. Banda clara: 19 de cada 20.",
		week: "Semana",
		came: "Lo que llegó",
		expected: "Esperado",
		capacity: "Disponible",
		interval: "Intervalo del 95 %",
		predicted: "Previsto",
		observed: "Observado",
		visits: "Visitas",
		eightInTen: "8 de cada 10 casos",
		nineteenInTwenty: "19 de cada 20 casos"
	},
	attendance: mc,
	buffers: hc,
	forecast: Ec,
	pilot: jc,
	triage: Jc,
	quality: Ic,
	merge: Ac,
	reconcile: Lc,
	sheets: Gc,
	incident: Rc,
	day: zc,
	routes: Bc,
	relief: Vc,
	goal: Dc,
	promise: Mc,
	report: Hc,
	share: Wc,
	simulator: Kc,
	staffing: qc,
	workload: Yc,
	governance: Oc,
	keep: kc,
	privacy: Tc
}, Qc = {
	"en-US": void 0,
	"es-US": pc
}, $c = {
	"en-US": Pr,
	"es-US": Zc
};
function el(e, t) {
	let n = {
		...e.store.state.formats,
		...t
	};
	Fr($c[n.language]), Vr(Qc[n.language]), Nt({
		locale: n.language,
		clock: n.clock
	}), e.store.set({ formats: n }), v.redraw();
}
async function tl(e, t) {
	let { open: n, solve: r } = e.store.state;
	if (!n || r) return;
	let { clinic: i } = n.index;
	await go(e, n, await e.engine.call("open", { clinic: {
		...i,
		settings: {
			...i.settings,
			...t
		}
	} }), O.formats.changed);
}
// engine/team.ts
var nl = 4, rl = 4, il = 8, al = 3e3, ol = 8e3, sl = 2, cl = 100;
function ll(e, t) {
	let n = e.deviceMemory ?? il, r = Math.min(nl, n < rl ? 1 : n < il ? 2 : nl, t >= ol ? 1 : t >= al ? 2 : nl);
	return Math.max(1, Math.min((e.hardwareConcurrency ?? 2) - 1, r));
}
var ul = class {
	#e;
	#t;
	#n = [];
	#r;
	constructor(e, t) {
		this.#e = e, this.#t = t;
	}
	end() {
		for (let e of this.#n) e?.engine.end();
		this.#n.length = 0, this.#r = void 0;
	}
	async plan(e, t, n = {}) {
		let r = e.workers ?? 1, i = new fl(r, n.progress);
		if (r === 1) return this.#e.run("plan", e, {
			progress: (e) => i.add(0, e),
			signal: n.signal
		});
		this.#r?.clinic !== t && (this.#r = {
			clinic: t,
			text: JSON.stringify({ clinic: t })
		});
		let { members: a } = await this.#e.call("exchange", {
			run: e,
			members: []
		});
		for (;;) {
			let t = await this.#i(e, a, i, n.signal), r = n.signal?.aborted ?? !1, o = await this.#a({
				run: e,
				members: t,
				stop: r
			});
			if (o.done) return {
				reply: o.done,
				stopped: r
			};
			a = o.members;
		}
	}
	async #i(e, t, n, r) {
		let i = async (t, i, a) => {
			let { reply: o } = await t.run("round", {
				run: e,
				members: [i]
			}, {
				progress: (e) => n.add(a, e),
				signal: r
			}), [s] = o.members;
			if (!s) throw new lt("a round came to nothing");
			return s;
		}, a = await Promise.allSettled(t.map((e, t) => dl(async () => i(t === 0 ? this.#e : await this.#o(t - 1), e, t)))), o = [];
		for (let [e, n] of a.entries()) {
			let r = t[e];
			if (n.status === "fulfilled") o.push(n.value);
			else if (r && n.reason instanceof lt) o.push(await dl(() => i(this.#e, r, e)));
			else throw n.reason;
		}
		return o;
	}
	#a(e) {
		return dl(() => this.#e.call("exchange", e));
	}
	async #o(e) {
		let t = this.#n[e] ??= this.#s(), n = this.#r;
		try {
			return await t.engine.ready(), n && t.clinic !== n.clinic && (await t.engine.openNow(n.text), t.clinic = n.clinic), t.engine;
		} catch (n) {
			throw this.#n[e] === t && (this.#n[e] = void 0), t.engine.end(), n instanceof lt ? n : new lt(String(n));
		}
	}
	#s() {
		let e = {
			engine: new ut(this.#t, () => {}),
			clinic: void 0
		};
		return e.engine.start(async () => {
			this.#r && (await e.engine.openNow(this.#r.text), e.clinic = this.#r.clinic);
		}).catch(() => {}), e;
	}
};
async function dl(e) {
	for (let t = 1;; t += 1) try {
		return await e();
	} catch (e) {
		if (!(e instanceof lt) || t === sl) throw e;
	}
}
var fl = class {
	#e;
	#t;
	#n = performance.now();
	#r = 0;
	#i;
	constructor(e, t) {
		this.#e = Array.from({ length: e }, () => ({
			step: 0,
			steps: 0
		})), this.#t = t;
	}
	add(e, { step: t, steps: n, news: r }) {
		if (this.#e[e] = {
			step: t,
			steps: n
		}, !r) return;
		let i = pl(r.costs), a = r.best !== void 0 && i < (this.#i?.cents ?? Infinity);
		a && (this.#i = {
			cents: i,
			news: r
		});
		let o = performance.now();
		if (!a && o - this.#r < cl) return;
		this.#r = o;
		let { best: s, ...c } = this.#i?.news ?? r, l = this.#e.reduce((e, t) => e + t.step, 0);
		this.#t?.({
			step: l,
			steps: n * this.#e.length,
			workers: this.#e.length,
			rate: l / Math.max(.001, (o - this.#n) / 1e3),
			news: a ? r : c
		});
	}
}, pl = (e) => e.reduce((e, t) => e + t.cents, 0);
// state/plan.ts
function ml(e, t) {
	return e.sessions.find((e) => e.session === t);
}
function hl(e, t, n, r) {
	return {
		...e,
		hash: "",
		sessions: e.sessions.map((e) => {
			if (e.session !== t) return e;
			let { place: i, ...a } = e, o = e.kind === "group" && r ? {
				...a,
				patients: [...r]
			} : a;
			return n ? {
				...o,
				place: n
			} : o;
		})
	};
}
function gl(e, t) {
	return !e || !t ? !e && !t : e.start === t.start && e.modality === t.modality && (e.room ?? "") === (t.room ?? "") && e.clinicians.join("\n") === t.clinicians.join("\n") && e.offsets.join(",") === t.offsets.join(",");
}
function _l(e, t) {
	let n = new Map(e.sessions.map((e) => [e.session, e])), r = [];
	for (let e of t.sessions) {
		let t = n.get(e.session);
		if (!t) continue;
		let i = vl(t, e);
		i && r.push({
			session: e.session,
			kind: i,
			before: t,
			after: e,
			time: t.place?.start !== e.place?.start,
			clinician: t.place?.clinicians.join("\n") !== e.place?.clinicians.join("\n"),
			room: (t.place?.room ?? "") !== (e.place?.room ?? "")
		});
	}
	return r;
}
function vl(e, t) {
	if (!e.place && !t.place) return;
	if (!e.place) return "placed";
	if (!t.place) return "removed";
	if (yl(e.place) !== yl(t.place)) return "moved";
	if (e.place.modality !== t.place.modality) return "way";
	if ((e.place.room ?? "") !== (t.place.room ?? "")) return "room";
	let n = (e) => [...e.patients].sort().join("\n");
	return n(e) === n(t) ? void 0 : "seats";
}
function yl({ start: e, clinicians: t, offsets: n }) {
	return [e, ...t.map((e, t) => `${e}\n${n[t] ?? 0}`)].join("\n");
}
function bl(e) {
	return e.sessions.filter((e) => !e.place);
}
// commands/forecast.ts
async function xl(e, t) {
	let { store: n } = e;
	switch (t.kind) {
		case "ask":
			Cl(e), n.set({ forecast: {
				...n.state.forecast,
				asked: t.question
			} }), await Sl(e);
			return;
		case "run":
			await wl(e);
			return;
		case "stop": Cl(e);
	}
}
async function Sl(e) {
	Zi(e.store.state.forecast) || await wl(e);
}
function Cl(e) {
	e.runs.forecast?.abort(), e.runs.forecast = void 0;
}
async function wl(e) {
	let { store: t, engine: n } = e, { open: r } = t.state;
	if (!r || e.runs.forecast || qa(t.state)) return;
	let { asked: i } = t.state.forecast, a = new AbortController();
	e.runs.forecast = a;
	let o = (e) => t.set({ forecast: {
		...t.state.forecast,
		...e
	} });
	o({
		running: {
			step: 0,
			steps: 1
		},
		stopped: !1
	});
	try {
		let { reply: s, stopped: c } = await n.run("forecast", {
			horizon: i.weeks,
			service_level: i.level
		}, {
			signal: a.signal,
			keep: !1,
			progress: ({ step: t, steps: n }) => e.runs.forecast === a && o({ running: {
				step: t,
				steps: n
			} })
		});
		if (t.state.open !== r || e.runs.forecast !== a && e.runs.forecast !== void 0) return;
		c ? o({
			running: void 0,
			stopped: !0
		}) : (o({
			report: s.clinic ?? void 0,
			reported: i,
			running: void 0
		}), t.set({ said: O.forecast.done }));
	} catch (t) {
		o({
			running: void 0,
			stopped: !0
		}), Ya(e, t);
	} finally {
		e.runs.forecast === a && (e.runs.forecast = void 0);
	}
}
// commands/plan.ts
async function Tl(e) {
	let { store: t, team: n } = e, { open: r, solve: i } = t.state, a = t.work.plan;
	if (!r || !a || i) return;
	let o;
	Cl(e), e.runs.plan = new AbortController();
	let s = ll(navigator, a.sessions.length);
	t.set({
		solve: {
			step: 0,
			steps: 1,
			unplaced: bl(a).length,
			costs: [],
			workers: s,
			rate: 0,
			best: void 0
		},
		notice: void 0,
		outcome: void 0,
		said: O.solve.first
	});
	try {
		let { reply: i, stopped: c } = await n.plan({
			start: a === r.published ? "published" : { plan: a },
			locks: El(t.work),
			workers: s
		}, r.index.clinic, {
			signal: e.runs.plan.signal,
			progress: ({ step: e, steps: n, rate: r, news: i }) => {
				let a = t.state.solve;
				if (!a) return;
				let o = i.best ? O.solve.improving(i.unplaced) : t.state.said, { unplaced: c, costs: l } = i;
				t.set({
					solve: {
						step: e,
						steps: n,
						unplaced: c,
						costs: l,
						workers: s,
						rate: r,
						best: i.best ?? a.best
					},
					said: o
				});
			}
		});
		o = Ol(e, i, c);
	} catch (t) {
		Al(e, t);
	} finally {
		e.runs.plan = void 0;
	}
	return await Xa(e, () => so(e)), o;
}
function El(e) {
	let t = new Set(e.plan?.sessions.filter((e) => e.place).map((e) => e.session));
	return e.locks.filter((e) => t.has(e));
}
function Dl(e) {
	e.runs.plan?.abort();
}
function Ol(e, t, n) {
	let { store: r } = e, { open: i } = r.state, a = r.work.plan;
	if (!i || !a) return;
	let o = _l(i.published, t.plan).length, s = _l(a, t.plan).length, c = {
		plan: t.plan,
		stopped: n,
		moved: o,
		notMet: t.unplaced,
		bound: t.bound ?? void 0,
		costs: t.costs,
		steps: t.steps,
		seed: t.seed,
		workers: t.workers
	}, l = s === 0 ? O.solve.nothingBetter : `${n ? `${O.solve.stopped} ` : ""}${t.unplaced.length > 0 ? O.solve.fits(t.unplaced.length) : O.solve.allMet} ${O.solve.done(o, t.plan.sessions.length)}`;
	return r.act(O.actions.optimize, {
		plan: s === 0 ? a : t.plan,
		stage: s === 0 ? r.work.stage : "proposal",
		before: r.work.before ?? kl(r.work)
	}, {
		solve: void 0,
		outcome: c,
		insight: void 0,
		said: l,
		notice: {
			tone: t.unplaced.length > 0 ? "warn" : "good",
			text: l,
			undo: !1,
			retry: !1
		},
		board: {
			...r.state.board,
			panel: "changes",
			selected: void 0
		}
	}), e.planner.focusPart("changes"), c;
}
function kl(e) {
	return e.before || !e.plan || e.stage === "proposal" ? e.before : {
		plan: e.plan,
		stage: e.stage
	};
}
function Al(e, t) {
	let { store: n } = e, r = n.state.solve?.best;
	r && n.act(O.actions.optimize, {
		plan: r,
		stage: "proposal",
		before: n.work.before ?? kl(n.work)
	}, {
		solve: void 0,
		board: {
			...n.state.board,
			panel: "changes"
		}
	}), Ya(e, t), n.set({ solve: void 0 });
}
function jl(e) {
	e.store.act(O.actions.keep, {
		stage: "kept",
		before: void 0
	}, { notice: {
		tone: "good",
		text: O.actions.kept,
		undo: !0,
		retry: !1
	} }), Ja(e, O.actions.kept), e.planner.focusPart("changes");
}
async function Ml(e) {
	let t = e.store.work.before;
	t && (e.store.act(O.actions.revert, {
		plan: t.plan,
		stage: t.stage,
		before: void 0
	}, {
		outcome: void 0,
		insight: void 0,
		notice: {
			tone: "note",
			text: O.actions.reverted,
			undo: !0,
			retry: !1
		}
	}), Ja(e, O.actions.reverted), e.planner.focusPart("changes"), await so(e));
}
// commands/attendance.ts
async function Nl(e, t) {
	t.kind === "load" ? await Pl(e) : await Fl(e, t.session);
}
async function Pl(e) {
	let { state: t } = e.store, { report: n, plan: r, running: i } = t.attendance;
	(r !== t.history.value.plan || !n && !i) && await Fl(e, void 0);
}
async function Fl(e, t) {
	let { store: n, engine: r } = e, { open: i } = n.state, a = n.work.plan;
	if (!i || !a) return;
	let o = n.state.attendance, s = (e) => n.set({ attendance: {
		...n.state.attendance,
		...e
	} });
	s(o.plan === a ? { running: !0 } : {
		plan: a,
		report: void 0,
		explained: void 0,
		running: !0
	});
	let c = () => n.state.open === i && n.state.attendance.plan === a;
	await Xa(e, async () => {
		let e = await r.call("attendance", {
			plan: a,
			explain: t === void 0 ? [] : [t]
		});
		if (!c()) return;
		let n = e.sessions.find((e) => e.session === t);
		s(n ? {
			report: e,
			explained: n
		} : { report: e });
	}), c() && s({ running: !1 });
}
// commands/buffers.ts
async function Il(e, t) {
	let { store: n } = e, { buffers: r } = n.state;
	t.kind === "ask" && n.set({ buffers: {
		...r,
		asked: t.question
	} }), t.kind === "accept" && r.reply?.accept && await ho(e, [r.reply.accept], O.buffers.accepted), await Ll(e);
}
async function Ll(e) {
	let { store: t, engine: n } = e, { open: r, buffers: i } = t.state, a = t.work.plan;
	if (!r || !a) return;
	let { asked: o, of: s } = i, c = {
		clinic: r.index,
		plan: a,
		asked: o
	};
	if (s && s.clinic === c.clinic && s.plan === a && s.asked === o && (i.reply || i.running)) return;
	let l = (e) => t.set({ buffers: {
		...t.state.buffers,
		...e
	} });
	l({
		of: c,
		running: !0
	});
	let u = () => t.state.buffers.of === c;
	await Xa(e, async () => {
		let e = await n.call("buffers", {
			plan: a,
			level: o.level,
			walk_ins: o.walkIns,
			freed_share: o.freedShare
		});
		u() && l({ reply: e });
	}), u() && l({ running: !1 });
}
// commands/quality.ts
async function Rl(e, t) {
	t.kind === "mend" && await Bl(e, t.mends, t.label), await zl(e);
}
async function zl(e) {
	let { store: t, engine: n } = e, { open: r, quality: i } = t.state;
	if (!r || i.of === r.index && (i.reply || i.running)) return;
	let a = r.index, o = (e) => t.set({ quality: {
		...t.state.quality,
		...e
	} });
	o({
		of: a,
		running: !0
	}), await Xa(e, async () => {
		let e = await n.call("quality", {});
		t.state.quality.of === a && o({ reply: e });
	}), t.state.quality.of === a && o({ running: !1 });
}
async function Bl(e, t, n) {
	let { store: r, engine: i } = e, { open: a } = r.state;
	if (!a || r.state.solve) return;
	r.beforeChange();
	let o = await i.call("mend", { mends: [...t] }), s = hn(t), { plan: c } = r.work;
	await go(e, a, o, n, c && c !== a.published && s.size > 0 ? { plan: Vl(c, s) } : {});
}
function Vl(e, t) {
	let n = e.sessions.map((e) => {
		let n = e.place?.room ? t.get(e.place.room) : void 0;
		return e.place && n ? {
			...e,
			place: {
				...e.place,
				room: n
			}
		} : e;
	});
	return {
		...e,
		sessions: n
	};
}
// commands/triage.ts
async function Hl(e, t) {
	switch (t.kind) {
		case "load":
			await Ul(e);
			return;
		case "capacity":
			e.store.set({ triage: {
				...e.store.state.triage,
				capacity: t.capacity
			} }), await Wl(e);
			return;
		case "act": await ho(e, t.actions, t.label), await Ul(e);
	}
}
async function Ul(e) {
	let { open: t, triage: n } = e.store.state;
	t && (n.of !== t.index || !n.reply && !n.running) && await Wl(e);
}
async function Wl(e) {
	let { store: t, engine: n } = e, { open: r } = t.state;
	if (!r) return;
	let i = r.index, a = (e) => t.set({ triage: {
		...t.state.triage,
		...e
	} });
	a({
		of: i,
		running: !0
	});
	let o = () => t.state.triage.of === i;
	await Xa(e, async () => {
		let { capacity: e } = t.state.triage, r = await n.call("triage", e ? { capacity: e } : {}), i = await n.call("acuity", {});
		o() && a({
			reply: r,
			acuity: i
		});
	}), o() && a({ running: !1 });
}
// commands/workload.ts
async function Gl(e, t) {
	let { store: n } = e;
	t.kind === "people" && n.set({ workload: {
		...n.state.workload,
		people: t.on
	} }), await Kl(e);
}
async function Kl(e) {
	let { store: t, engine: n } = e, { open: r, workload: i } = t.state, a = t.work.plan, { people: o, report: s } = i;
	if (!r || !a || i.plan === a && s && (!o || s.clinicians.length > 0)) return;
	let c = (e) => t.set({ workload: {
		...t.state.workload,
		...e
	} });
	c(i.plan === a ? { running: !0 } : {
		plan: a,
		report: void 0,
		running: !0
	});
	let l = () => t.state.workload.plan === a && t.state.workload.people === o;
	await Xa(e, async () => {
		let e = await n.call("workload", {
			plan: a,
			clinicians: o ? ["*"] : []
		});
		l() && c({ report: e });
	}), l() && c({ running: !1 });
}
// commands/edit.ts
var ql = 3;
async function Jl(e, { session: t, focus: n }) {
	let { store: r } = e, i = r.state.board.selected, a = t === void 0 ? void 0 : ml(r.state.solve?.best ?? r.work.plan ?? Yl, t)?.place, { mode: o } = r.state.board, s = a ? {
		day: b(a.start),
		mode: o === "routes" ? o : "day"
	} : {};
	r.set({
		board: {
			...r.state.board,
			selected: t,
			...n === "none" ? {} : s
		},
		insight: r.state.insight?.session === t ? r.state.insight : void 0,
		notice: void 0
	}), t === void 0 ? i !== void 0 && await e.planner.focusPart("board") : (n !== "none" && await e.planner.focusPart(n), await Xl(e, t));
}
var Yl = {
	format: "",
	hash: "",
	sessions: []
};
async function Xl(e, t, n = []) {
	let { store: r, engine: i } = e, a = r.work.plan;
	if (!a) return;
	let o = r.state.insight;
	if (o?.session === t && o.plan === a && o.alternatives) return;
	r.set({ insight: {
		session: t,
		plan: a,
		explain: void 0,
		alternatives: void 0,
		refused: n
	} });
	let s = () => r.state.insight?.session === t && r.state.insight.plan === a, c = await i.call("alternatives", {
		plan: a,
		session: t,
		count: ql
	}), l = {
		...c,
		alternatives: c.alternatives.filter((e) => e.moves.length === 0)
	}, u = r.state.insight;
	if (!s() || !u) return;
	r.set({ insight: {
		...u,
		alternatives: l
	} });
	let d = await i.call("explain", {
		plan: a,
		session: t
	}), f = r.state.insight;
	s() && f && (r.set({ insight: {
		...f,
		explain: d
	} }), await Pl(e));
}
async function Zl(e, { session: t, place: n, patients: r }) {
	let { store: i, engine: a } = e, { open: o } = i.state, s = i.work.plan, c = s && ml(s, t);
	if (!o || !s || !c || i.state.solve) return;
	if (eu(e, t)) {
		Ja(e, O.schedule.edgeLocked), i.set({ notice: {
			tone: "warn",
			text: O.schedule.edgeLocked,
			undo: !1,
			retry: !1
		} });
		return;
	}
	if (gl(c.place, n)) return;
	let l = b(n.start);
	if (l < o.index.firstDay || l >= o.index.firstDay + o.index.days) {
		Ja(e, O.schedule.outOfHorizon);
		return;
	}
	let u = hl(s, t, n, r), d = await Ql(e, s), { violations: f } = await a.call("check", { plan: u });
	if (i.work.plan !== s) return;
	let p = po(d, f, t);
	if (p.length > 0) {
		await $l(e, t, p);
		return;
	}
	let m = j(o.index, "clinician", n.clinicians[0] ?? ""), ee = O.actions.move(Qr(o.index, c), Ht(n.start), m);
	i.act(ee, {
		plan: u,
		stage: "proposal",
		before: kl(i.work)
	}, {
		shown: {
			plan: u,
			violations: f,
			indicators: i.state.shown?.indicators
		},
		insight: void 0,
		said: `${ee}. ${O.actions.noConflict}`,
		notice: {
			tone: "note",
			text: `${ee}.`,
			undo: !0,
			retry: !1
		}
	}), i.state.board.selected === t && Xl(e, t), await so(e);
}
async function Ql(e, t) {
	let { base: n, shown: r } = e.store.state;
	return r?.plan === t ? r.violations : n?.plan === t ? n.violations : (await e.engine.call("check", { plan: t })).violations;
}
async function $l(e, t, n) {
	let { store: r } = e, i = r.work.plan;
	if (!i) return;
	let { open: a, board: o } = r.state, s = new Map(i.sessions.map((e) => [e.session, e])), c = n.map((e) => a ? ii(a.index, e.text, {
		sessions: s,
		names: o.names,
		self: t
	}) : e.text), l = [...new Set(c)].join("; ");
	r.set({
		board: {
			...r.state.board,
			selected: t
		},
		insight: r.state.insight?.session === t && r.state.insight.plan === i ? {
			...r.state.insight,
			refused: n
		} : {
			session: t,
			plan: i,
			explain: void 0,
			alternatives: void 0,
			refused: n
		},
		said: `${O.session.refused} ${l}`,
		notice: {
			tone: "warn",
			text: O.session.refused,
			undo: !1,
			retry: !1
		}
	});
	let u = await e.engine.call("alternatives", {
		plan: i,
		session: t,
		count: ql
	}), d = r.state.insight;
	d?.session === t && d.plan === i && r.set({ insight: {
		...d,
		alternatives: u
	} });
}
function eu(e, t) {
	let { work: n } = e.store;
	return n.locks.includes(t) || (n.plan ? ml(n.plan, t)?.locked ?? !1 : !1);
}
function tu(e, t) {
	let { store: n } = e, { open: r } = n.state, i = n.work.plan && ml(n.work.plan, t);
	if (!r || !i?.place) return;
	if (i.locked) {
		n.set({
			said: O.actions.lockedByClinic,
			notice: {
				tone: "note",
				text: O.actions.lockedByClinic,
				undo: !1,
				retry: !1
			}
		});
		return;
	}
	let a = n.work.locks.includes(t), o = Qr(r.index, i), s = a ? O.actions.unlock(o) : O.actions.lock(o), c = a ? n.work.locks.filter((e) => e !== t) : [...n.work.locks, t], { [t]: l, ...u } = n.work.lockReasons;
	n.act(s, l === void 0 ? { locks: c } : {
		locks: c,
		lockReasons: u
	}, {
		said: s,
		notice: {
			tone: "note",
			text: `${s}.`,
			undo: !0,
			retry: !1
		}
	});
}
function nu(e, t, n) {
	let { store: r } = e, { open: i } = r.state, a = r.work.plan && ml(r.work.plan, t), { [t]: o, ...s } = r.work.lockReasons;
	if (!i || !a || !r.work.locks.includes(t) || (o ?? "") === n) return;
	let c = O.actions.explainLock(Qr(i.index, a));
	r.act(c, { lockReasons: n === "" ? s : {
		...s,
		[t]: n
	} }, { said: c });
}
async function ru(e, t) {
	let { store: n } = e, { open: r } = n.state, i = n.work.plan, a = i && ml(i, t);
	if (!r || !i || !a?.place || n.state.solve) return;
	if (eu(e, t)) {
		n.set({
			said: O.schedule.edgeLocked,
			notice: {
				tone: "warn",
				text: O.schedule.edgeLocked,
				undo: !1,
				retry: !1
			}
		});
		return;
	}
	let o = O.actions.unplace(Qr(r.index, a), Ht(a.place.start));
	n.act(o, {
		plan: hl(i, t, void 0),
		stage: "proposal",
		before: kl(n.work)
	}, {
		insight: void 0,
		said: o,
		notice: {
			tone: "note",
			text: `${o}.`,
			undo: !0,
			retry: !1
		}
	}), n.state.board.selected === t && Xl(e, t), await so(e);
}
async function iu(e, t) {
	let { store: n } = e;
	if (n.state.solve) return;
	let r = t ? n.undo() : n.redo();
	if (r === void 0) {
		Ja(e, t ? O.nothingToUndo : O.nothingToRedo);
		return;
	}
	n.set({
		insight: void 0,
		said: t ? O.undone(r) : O.redone(r)
	}), n.work.plan !== n.state.outcome?.plan && n.set({ outcome: void 0 }), await _o(e), n.state.view === "data" && await zl(e), n.state.view === "triage" && await Ul(e), n.state.view === "workload" && await Kl(e), n.state.view === "forecast" && await Ll(e), await so(e);
	let i = n.state.board.selected;
	i !== void 0 && await Xl(e, i);
}
// state/deeds.ts
function au(e) {
	let { before: t, after: n } = e, r = su(t, n), i = ou(t, n) ?? r ?? cu(t, n);
	return e.kind === "act" ? e.seed === void 0 ? t.locks === n.locks && r !== void 0 ? {
		action: "lock",
		object: i,
		reason: n.lockReasons[r]
	} : n.stage === "kept" && t.stage !== "kept" ? {
		action: "accept",
		object: void 0
	} : t.stage === "proposal" && n.stage !== "proposal" ? {
		action: "reject",
		object: void 0
	} : n.locks.length > t.locks.length ? {
		action: "lock",
		object: i
	} : n.locks.length < t.locks.length ? {
		action: "unlock",
		object: i
	} : {
		action: "edit",
		object: i
	} : {
		action: "solve",
		object: void 0
	} : {
		action: e.kind,
		object: i
	};
}
function ou(e, t) {
	if (e.locks === t.locks) return;
	let [n, r] = e.locks.length < t.locks.length ? [e.locks, t.locks] : [t.locks, e.locks];
	return r.find((e) => !n.includes(e));
}
function su(e, t) {
	if (e.lockReasons !== t.lockReasons) return [...Object.keys(t.lockReasons), ...Object.keys(e.lockReasons)].find((n) => e.lockReasons[n] !== t.lockReasons[n]);
}
function cu(e, t) {
	let n = lu(e.plan, t.plan);
	return n.length === 1 ? n[0] : void 0;
}
function lu(e, t) {
	if (!e || !t || e === t) return [];
	let n = new Map(e.sessions.map((e) => [e.session, e]));
	return t.sessions.filter((e) => n.get(e.session) !== e && JSON.stringify(n.get(e.session)?.place) !== JSON.stringify(e.place)).map((e) => e.session);
}
// styles/tokens.ts
var uu = c` --rw-bg: #f7f8fa; --rw-surface: #ffffff; --rw-text: #1a2230; --rw-muted: #525d6d; --rw-border: #d5dae1; --rw-control: #7a8594; --rw-accent: #0b5cad; --rw-on-accent: #ffffff; --rw-tint: #e9f1fa; --rw-good: #0b6e4f; --rw-warn: #8a5a00; --rw-bad: #b3261e; --rw-warn-tint: #fdf3df; --rw-bad-tint: #fbeae8; --rw-conservative: #0067a5; --rw-likely: #1a2230; --rw-aggressive: #b84a00; --rw-individual: #cde4f7; --rw-group: #ffd9bf; --rw-family: #d6efd9; --rw-evaluation: #ebd3ee; --rw-telehealth: #e4e7eb; --rw-individual-edge: #0067a5; --rw-group-edge: #b84a00; --rw-family-edge: #007a5a; --rw-evaluation-edge: #6a2c72; --rw-telehealth-edge: #3a424d;
`, du = c` --rw-bg: #10151c; --rw-surface: #18202b; --rw-text: #e8edf4; --rw-muted: #a9b4c2; --rw-border: #2c3746; --rw-control: #8794a5; --rw-accent: #7cb7ff; --rw-on-accent: #10151c; --rw-tint: #1d2b3d; --rw-good: #5fd3a6; --rw-warn: #ffc66b; --rw-bad: #ff9a8f; --rw-warn-tint: #33291a; --rw-bad-tint: #3a2123; --rw-conservative: #6db9f2; --rw-likely: #f2f5fa; --rw-aggressive: #ff9e5e; --rw-individual: #123f63; --rw-group: #6a2e0a; --rw-family: #0b4b3c; --rw-evaluation: #532a58; --rw-telehealth: #3a424d; --rw-individual-edge: #6db9f2; --rw-group-edge: #ff9e5e; --rw-family-edge: #5fd3a6; --rw-evaluation-edge: #e3a6ea; --rw-telehealth-edge: #c3cbd6;
`, fu = c` :host { --rw-fill: 0px; --rw-vh: 1vh; color-scheme: light; ${uu} background: var(--rw-bg); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; text-align: start; } @media screen and (prefers-color-scheme: dark) { :host(:not([theme="light"])) { color-scheme: dark; ${du} } } @media screen { :host([theme="dark"]) { color-scheme: dark; ${du} } } @media print { :host { background: #ffffff; } }
`, pu = c` rw-planner { --rw-fill: 100vh; } :root { color-scheme: light; ${uu} } @media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { color-scheme: dark; ${du} } } @media screen { :root[data-theme="dark"] { color-scheme: dark; ${du} } } html, body { margin: 0; padding: 0; background: var(--rw-bg); color: var(--rw-text); font: 1rem/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: break-word; } @media print { html, body { background: #ffffff; } @page { margin: 15mm; } }
`, mu = "script, style, template, dialog, input, select, textarea, form, details:not([open]) > :not(summary), .hidden-text, [hidden]", hu = /^(br|hr|img|input|col|wbr)$/, gu = "default-src 'none'; style-src 'unsafe-inline'";
function _u(e, t, n) {
	let r = [
		"<meta charset=\"utf-8\">",
		`<meta http-equiv="Content-Security-Policy" content="${gu}">`,
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
		xu("title", Su(t)),
		xu("style", pu.cssText)
	];
	return `<!doctype html>\n<html lang="${Su(n)}" data-theme="light">${xu("head", r.join(""))}${xu("body", xu("main", vu(e)))}</html>\n`;
}
function vu(e) {
	if (e instanceof Text) return Su(e.data);
	if (!(e instanceof Element) || e.matches(mu)) return "";
	let t = e.localName, n = `<${t}${[...e.attributes].filter(({ name: e }) => !e.startsWith("on")).map(({ name: e, value: t }) => ` ${e}="${Su(t)}"`).join("")}>`;
	if (hu.test(t)) return n;
	let r = e.shadowRoot;
	return `${n}${r ? `<template shadowrootmode="open">${xu("style", bu(r))}${yu(r)}</template>` : ""}${yu(e)}</${t}>`;
}
var yu = (e) => [...e.childNodes].map(vu).join(""), bu = (e) => e.adoptedStyleSheets.flatMap((e) => [...e.cssRules].map((e) => e.cssText)).join("\n"), xu = (e, t) => `<${e}>${t}</${e}>`, Su = (e) => e.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\"", "&quot;");
// commands/keep.ts
async function Cu(e, t) {
	let { store: n, keeping: r } = e;
	switch (t.kind) {
		case "choose":
			await js(e, t.purpose, t.passphrase);
			break;
		case "plain":
			ks(e);
			break;
		case "open":
		case "unlock":
			await Ps(e, t.passphrase);
			break;
		case "restore":
			await Is(e, t.accept);
			break;
		case "change":
			await Ms(e, t.old, t.next);
			break;
		case "ask":
			n.setKeep({
				dialog: t.dialog,
				error: void 0
			});
			return;
		case "close":
			wu(e);
			return;
		case "device":
			t.on ? await Vs(e) : await Ks(e);
			break;
		case "copy":
			await Bs(e);
			return;
		case "again":
			await Vs(e);
			break;
		case "lock":
			await xs(e);
			return;
		case "show":
		case "stay":
			n.setKeep({
				cover: void 0,
				soon: !1
			});
			return;
		case "wipe":
			await ws(e);
			break;
		case "reason":
			Du(e, t.reason);
			break;
		case "settings":
			n.setKeep({ settings: An({
				...n.state.keep.settings,
				...t.settings
			}) });
			return;
		case "verify":
			await Au(e, t.expected);
			return;
		case "log": await ju(e, t.format);
	}
	r.keeper.running && n.state.view === "privacy" && await ku(e);
}
function wu(e) {
	let { store: t, keeping: n } = e;
	t.state.keep.dialog?.kind === "open" && (n.sealed = void 0), t.state.keep.dialog?.kind === "restore" && (n.pending = void 0), t.setKeep({
		dialog: void 0,
		error: void 0
	});
}
function Tu(e) {
	let { store: t, keeping: n } = e;
	t.witness((e) => {
		e.seed !== void 0 && (n.proposed = e.after.plan), n.trail.add({
			...au(e),
			seed: e.seed,
			before: e.before,
			after: e.after
		});
	}, e.gone);
}
function Eu(e) {
	let { store: t, keeping: n } = e, r = lu(n.proposed, t.work.plan).length;
	r === 0 ? jl(e) : t.setKeep({
		dialog: {
			kind: "reason",
			changes: r
		},
		error: void 0
	});
}
function Du(e, t) {
	let { store: n, keeping: r } = e;
	n.setKeep({ dialog: void 0 });
	for (let e of lu(r.proposed, n.work.plan)) r.trail.add({
		action: "override",
		object: e,
		reason: t,
		before: n.work,
		after: n.work
	});
	jl(e), r.proposed = void 0;
}
async function Ou({ keeping: e }) {
	return await e.trail.flush(), (await e.keeper.call("audit_log", {})).entries;
}
async function ku(e) {
	let { store: t } = e, n = await Ou(e);
	t.setKeep({ log: {
		entries: n,
		verification: t.state.keep.log?.verification
	} });
}
async function Au(e, t) {
	let { store: n, keeping: r } = e;
	await ku(e);
	let { verification: i } = await r.keeper.call("audit_verify", t.trim() ? { expected: t } : {});
	n.setKeep({ log: {
		entries: n.state.keep.log?.entries ?? [],
		verification: i
	} });
}
async function ju(e, t) {
	let { keeping: n } = e;
	n.trail.add({
		action: "export",
		object: "audit log"
	}), await n.trail.flush();
	let { files: r } = await n.keeper.call("audit_export", { format: t });
	for (let t of r) hs(e, t.name, new Blob([t.text], { type: "text/plain" }));
}
async function Mu(e) {
	let { store: t, keeping: n } = e;
	n.trail.add({
		action: "export",
		object: "print"
	});
	try {
		await n.trail.flush();
		let { head: r } = await n.keeper.call("audit_sign", { occasion: "export" });
		t.setKeep({ head: r?.hash.slice(0, 16) ?? "" }), await e.planner.updateComplete;
	} catch {
		t.setKeep({ head: "" });
	}
	let r = new AbortController();
	if (addEventListener("beforeprint", () => r.abort(), {
		once: !0,
		signal: r.signal
	}), globalThis.print(), r.signal.aborted) return;
	r.abort();
	let { name: i, blob: a } = Nu(e);
	ms(e, i, a);
	let o = O.empty.notPrinted(i);
	t.set({
		notice: {
			tone: "note",
			text: o,
			undo: !1,
			retry: !1
		},
		said: o
	});
}
function Nu(e) {
	let { formats: t, view: n } = e.store.state, r = e.planner.renderRoot.querySelector("main > *"), i = r ? _u(r, O.views[n], t.language) : "";
	return {
		name: gs(e, `${n}.html`),
		blob: new Blob([i], { type: "text/html" })
	};
}
// commands/privacy.ts
var Pu = 500, Fu = (e, t) => {
	let { store: n } = e;
	n.set({ privacy: {
		...n.state.privacy,
		...t
	} });
};
function Iu(e) {
	t.addEventListener("securitypolicyviolation", (t) => {
		let { self: n, refused: r } = e.store.state.privacy;
		fn(t.originalPolicy).join() === n?.policy.join() && Fu(e, { refused: r + 1 });
	}, { signal: e.gone });
}
async function Lu(e) {
	if (e.store.state.privacy.trying) return;
	Fu(e, { trying: !0 });
	let t = await Ru();
	Fu(e, {
		trying: !1,
		trial: t
	}), e.store.set({ said: t.outcome === "refused" ? O.promise.refused(t.directive) : O.promise.left });
}
async function Ru() {
	let e = new AbortController(), n = new Promise((n) => {
		t.addEventListener("securitypolicyviolation", (e) => {
			e.blockedURI.startsWith("https://rosterwell.invalid/".slice(0, -1)) && n({
				outcome: "refused",
				directive: e.effectiveDirective
			});
		}, { signal: e.signal });
	});
	try {
		await fetch(dn, {
			mode: "no-cors",
			credentials: "omit",
			cache: "no-store"
		});
	} catch {}
	let r = new Promise((e) => setTimeout(() => e({ outcome: "left" }), Pu)), i = await Promise.race([n, r]);
	return e.abort(), i;
}
// commands/of-day.ts
function zu(e) {
	let { store: t, engine: n } = e;
	Bu(e, {
		isShown: ({ board: e }) => e.mode === "routes",
		known: ({ routes: e }) => e,
		put: (e) => t.set({ routes: e }),
		ask: (e, t) => n.call("routes", {
			plan: e,
			day: t
		})
	}), Bu(e, {
		isShown: ({ board: e }) => e.panel === "day",
		known: ({ dayCheck: e }) => e,
		put: (e) => t.set({ dayCheck: e }),
		ask: (e, t) => n.call("day_check", {
			plan: e,
			day: t
		})
	});
}
function Bu(e, { isShown: t, known: n, put: r, ask: i }) {
	let { store: a } = e;
	a.listen((o) => {
		let { board: s, open: c, view: l } = o, { plan: u } = a.work;
		if (l !== "schedule" || !c || !u || !t(o)) return;
		let [d, f, p] = [
			n(o),
			c.index,
			s.day
		];
		if (d.plan === u && d.day === p && d.clinic === f) return;
		let m = {
			clinic: f,
			plan: u,
			day: p,
			reply: d.reply
		};
		r(m), Xa(e, async () => {
			let e = await i(u, It(p));
			n(a.state) === m && r({
				...m,
				reply: e
			});
		});
	}, e.gone);
}
// keep/keeper.ts
var Vu = class {
	#e;
	#t;
	#n;
	constructor(e, t) {
		this.#e = new ut(e, (e) => {
			e === "lost" && this.#t();
		}, !1), this.#t = t;
	}
	get running() {
		return this.#n !== void 0;
	}
	async call(e, t) {
		return await (this.#n ??= this.#e.start(async () => {})), this.#e.call(e, t);
	}
	end() {
		this.#n && this.#e.end(), this.#n = void 0;
	}
}, Hu = class {
	#e;
	#t;
	#n = /* @__PURE__ */ new WeakMap();
	#r = [];
	#i = Promise.resolve();
	constructor(e, t) {
		this.#e = e, this.#t = t;
	}
	add(e) {
		let t = /* @__PURE__ */ new Date();
		this.#r.push({
			...e,
			time: t.toISOString(),
			offset: -t.getTimezoneOffset(),
			rulePacks: this.#t().rulePacks
		});
	}
	get waiting() {
		return this.#r.length;
	}
	drop() {
		this.#r = [];
	}
	flush() {
		return this.#i = this.#i.catch(() => {}).then(() => this.#a()), this.#i;
	}
	async #a() {
		let e = this.#r;
		if (e.length === 0) return;
		let { user: t, build: n } = this.#t(), r = [];
		for (let i of e) r.push({
			time: i.time,
			offset_min: i.offset,
			user: t,
			action: i.action,
			object: i.object ?? null,
			before: i.before ? await this.#o(i.before) : null,
			after: i.after ? await this.#o(i.after) : null,
			reason: i.reason ?? null,
			rule_packs: i.rulePacks,
			build: n,
			seed: i.seed ?? null
		});
		await this.#e.call("audit_append", { entries: r }), this.#r = this.#r.slice(e.length);
	}
	async #o(e) {
		let t = this.#n.get(e);
		if (t) return t;
		let n = [
			e.plan,
			e.before,
			e.locks,
			e.lockReasons,
			e.scenarios,
			e.pilot,
			e.profiles,
			e.clinic?.clinic
		], r = [...new Set(n.filter((e) => e !== void 0 && !this.#n.has(e)))];
		if (r.length > 0) {
			let { digests: e } = await this.#e.call("digest", { texts: r.map((e) => JSON.stringify(e)) });
			for (let [t, n] of r.entries()) this.#n.set(n, e[t] ?? "");
		}
		let i = [e.stage, ...n.map((e) => e ? this.#n.get(e) ?? "" : "")].join("\n"), [a] = (await this.#e.call("digest", { texts: [i] })).digests;
		return this.#n.set(e, a ?? ""), a ?? "";
	}
};
// commands/governance.ts
async function Uu(e, t) {
	let { store: n } = e, r = n.state.governance;
	t.kind === "group" && n.set({ governance: {
		...r,
		by: t.by,
		within: r.within === t.by ? void 0 : r.within,
		of: void 0
	} }), t.kind === "within" && n.set({ governance: {
		...r,
		within: t.within,
		of: void 0
	} }), await Wu(e);
}
async function Wu(e) {
	let { store: t, engine: n } = e, { open: r, governance: i } = t.state;
	if (!r || i.of === r) return;
	let a = (e) => t.set({ governance: {
		...t.state.governance,
		...e
	} });
	a({
		of: r,
		running: !0
	});
	let { by: o, within: s } = i, c = () => t.state.governance.of === r && t.state.governance.by === o && t.state.governance.within === s;
	await Xa(e, async () => {
		let t = await Ou(e), r = await n.call("governance", {
			by: o,
			entries: [...t],
			...s ? { within: s } : {}
		});
		c() && a({ pack: r });
	}), c() && a({ running: !1 });
}
// commands/incident.ts
var Gu = 3;
async function Ku(e, t) {
	let { store: n } = e, { open: r, board: i, incident: a } = n.state, o = (e) => n.set({ incident: {
		...n.state.incident,
		...e
	} });
	switch (t.kind) {
		case "open":
			if (!r || a.draft) return;
			n.set({
				incident: {
					...Un,
					draft: Kn(r.index, i.day)
				},
				board: {
					...i,
					selected: void 0
				}
			}), await e.planner.focusPart("changes");
			return;
		case "draft":
			a.running || o({ draft: t.draft });
			return;
		case "more":
			r && a.draft && !a.running && o({
				events: [...a.events, Jn(a.draft)],
				draft: {
					...Kn(r.index, i.day),
					now: a.draft.now
				}
			});
			return;
		case "less":
			a.running || o({ events: a.events.filter((e, n) => n !== t.at) });
			return;
		case "run":
			await qu(e);
			return;
		case "stop":
			e.runs.incident?.abort();
			return;
		case "accept":
			await Ju(e, t.proposal);
			return;
		case "close": e.runs.incident?.abort(), n.set({ incident: Un }), a.result && Ja(e, O.incident.closed), await e.planner.focusPart("changes");
	}
}
async function qu(e) {
	let { store: t, engine: n } = e, { open: r, incident: i } = t.state, { plan: a, locks: o } = t.work;
	if (!r || !a || !i.draft || e.runs.incident || qa(t.state)) return;
	Cl(e);
	let s = new AbortController();
	e.runs.incident = s;
	let c = (e) => t.set({ incident: {
		...t.state.incident,
		...e
	} });
	c({
		running: {
			step: 0,
			steps: 1,
			found: 0
		},
		result: void 0
	});
	let { now: l } = i.draft, u = Yn(i), d = new Set(a.sessions.filter((e) => e.place).map((e) => e.session));
	try {
		let { reply: i, stopped: f } = await n.run("repair", {
			plan: a,
			now: l,
			events: u,
			locks: o.filter((e) => d.has(e)),
			proposals: Gu
		}, {
			signal: s.signal,
			progress: ({ step: e, steps: t, news: n }) => c({ running: {
				step: e,
				steps: t,
				found: n.proposals
			} })
		});
		if (t.state.open !== r || !t.state.incident.draft) {
			c({ running: void 0 });
			return;
		}
		c({
			running: void 0,
			result: {
				now: l,
				events: u,
				reply: i,
				stopped: f,
				plan: a,
				clinic: r.index
			}
		}), Ja(e, O.incident.found(i.proposals.length, i.affected.length));
	} catch (t) {
		c({ running: void 0 }), Ya(e, t);
	} finally {
		e.runs.incident = void 0;
	}
}
async function Ju(e, t) {
	let { store: n } = e, { open: r, incident: i } = n.state, { result: a } = i, { work: o } = n;
	if (!r || !a || !Xn(a, i, o.plan, r.index)) return;
	let s = a.reply.proposals[t];
	await ho(e, [...a.reply.actions, ...s?.actions ?? []], O.incident.taken(s?.moves.length ?? 0), {
		plan: s?.plan ?? o.plan,
		stage: s ? "proposal" : o.stage,
		before: s ? kl(o) : o.before
	}), n.set({
		incident: Un,
		board: {
			...n.state.board,
			panel: "changes"
		}
	}), await e.planner.focusPart("changes");
}
// commands/pilot.ts
var Yu = 8;
async function Xu(e, t) {
	let { store: n } = e, { planned: r, draft: i } = n.state.pilot;
	switch (t.kind) {
		case "draft":
			i && Qu(e, { draft: $u(e, i, t.patch) }), await ed(e);
			return;
		case "fix":
			r && td(e, {
				design: r.design,
				hash: r.hash
			}, O.pilot.fixed(r.design.name));
			return;
		case "drop":
			Qu(e, {
				reading: void 0,
				readingFault: void 0
			}), td(e, void 0, O.pilot.dropped(n.work.pilot?.design.name ?? ""));
			return;
		case "save":
			nd(e, t.what);
			return;
		case "open":
			await rd(e, t.file);
			return;
		case "read": {
			let { pilot: r } = n.work;
			r && await ad(e, r, t.data, !1);
			return;
		}
		case "rehearse": await id(e);
	}
}
async function Zu(e) {
	let { open: t, past: n, pilot: r } = e.store.state;
	t && !r.draft && (Qu(e, { draft: rn(t.index, n, O.pilot.first) }), await ed(e));
}
function Qu(e, t) {
	e.store.set({ pilot: {
		...e.store.state.pilot,
		...t
	} });
}
function $u(e, t, n) {
	let { open: r, past: i } = e.store.state, a = {
		...t,
		...n
	}, o = n.weeks !== void 0 || n.discipline !== void 0, s = r && o ? tn(r.index, a.discipline, a.weeks) : a.observations, c = n.measure ? Zt.find((e) => e.id === n.measure) : void 0;
	return {
		...a,
		observations: s,
		baseline: (c && nn(i, c.id)) ?? a.baseline
	};
}
async function ed(e) {
	let { store: t, engine: n } = e, { open: r, past: i, pilot: a } = t.state, { draft: o } = a;
	if (r && o) {
		if (o.measure === "" && o.own.id.trim() === "") Qu(e, {
			planned: void 0,
			fault: O.pilot.nameless
		});
		else try {
			let a = await n.call("pilot_design", an(o, r.index, i));
			t.state.pilot.draft === o && Qu(e, {
				planned: a,
				fault: void 0
			});
		} catch (n) {
			if (!(n instanceof ct)) throw n;
			t.state.pilot.draft === o && Qu(e, {
				planned: void 0,
				fault: ai(n.message)
			});
		}
	}
}
function td(e, t, n) {
	e.store.act(n, { pilot: t }, {
		said: n,
		notice: {
			tone: "note",
			text: `${n}.`,
			undo: !0,
			retry: !1
		}
	});
}
function nd(e, t) {
	let { planned: n } = e.store.state.pilot, r = e.store.work.pilot ?? n;
	if (t === "protocol" && n) ms(e, "pilot-protocol.txt", new Blob([n.protocol], { type: "text/plain" }));
	else if (r) {
		let { design: t, hash: n } = r;
		ms(e, "pilot-design.json", new Blob([JSON.stringify({
			format: "rosterwell-pilot/1",
			design: t,
			hash: n
		}, null, 1)], { type: "application/json" }));
	}
}
async function rd(e, t) {
	let n;
	try {
		n = JSON.parse(await t.text());
	} catch {
		n = void 0;
	}
	n?.format !== "rosterwell-pilot/1" || typeof n.design != "object" || typeof n.hash != "string" ? as(e, O.pilot.notDesign(t.name)) : (Qu(e, {
		reading: void 0,
		readingFault: void 0
	}), td(e, {
		design: n.design,
		hash: n.hash
	}, O.pilot.opened(String(n.design.name))));
}
async function id(e) {
	let { open: t, pilot: n } = e.store.state;
	if (!t || !n.planned) return;
	let r = sn(n.planned.design, t.index), { hash: i } = await e.engine.call("pilot_design", r);
	await ad(e, {
		design: r,
		hash: i
	}, {
		week: r.weeks,
		beforeWeeks: Yu,
		rows: ""
	}, !0);
}
async function ad(e, { design: t, hash: n }, r, i) {
	let { rows: a, wrong: o } = ln(r.rows);
	if (o.length > 0) Qu(e, { readingFault: O.pilot.rowsWrong(o) });
	else {
		Qu(e, {
			busy: !0,
			readingFault: void 0
		});
		try {
			let o = r.beforeWeeks === void 0 ? {} : { records: { before_weeks: r.beforeWeeks } };
			Qu(e, { reading: {
				reply: await e.engine.call("pilot_reading", {
					design: t,
					hash: n,
					week: r.week,
					rows: a,
					...o
				}),
				design: t,
				rehearsal: i
			} }), Ja(e, O.pilot.readDone);
		} catch (t) {
			if (!(t instanceof ct)) throw t;
			Qu(e, {
				reading: void 0,
				readingFault: O.pilot.readFault(ai(t.message))
			});
		} finally {
			Qu(e, { busy: !1 });
		}
	}
}
// commands/portal.ts
function od(e, { step: t }) {
	let { store: n, keeping: r, told: i } = e, { portal: a } = n.state, { plan: o } = n.work;
	if (!a || !o) return;
	let s = t === "show";
	if (n.set({ portal: {
		...a,
		asking: s
	} }), t !== "send") return;
	r.trail.add({
		action: "export",
		object: `plan to ${a.origin}`,
		after: n.work
	}), i.send(o);
	let c = O.portal.sent(a.origin);
	n.set({
		notice: {
			tone: "good",
			text: c,
			undo: !1,
			retry: !1
		},
		said: c
	});
}
// commands/relieve.ts
async function sd(e, t) {
	let { store: n } = e, r = n.state.relief;
	switch (t.kind) {
		case "ask":
			r.running || n.set({ relief: {
				...r,
				asked: t.question
			} });
			return;
		case "run":
			await cd(e, t.question);
			return;
		case "stop":
			e.runs.relief?.abort();
			return;
		case "accept":
			await ld(e);
			return;
		case "discard": e.runs.relief?.abort(), n.set({ relief: {
			...r,
			asked: void 0,
			result: void 0
		} }), r.result && Ja(e, O.relief.discarded);
	}
}
async function cd(e, t) {
	let { store: n, engine: r } = e, { open: i } = n.state, a = n.work.plan, o = i?.index.clinicians.get(t.clinician)?.contract_week_min;
	if (!i || !a || o === void 0 || e.runs.relief || qa(n.state)) return;
	Cl(e);
	let s = new AbortController();
	e.runs.relief = s;
	let c = (e) => n.set({ relief: {
		...n.state.relief,
		...e
	} });
	c({
		asked: t,
		running: {
			step: 0,
			steps: 1
		},
		result: void 0
	});
	try {
		let { reply: l, stopped: u } = await r.run("relieve", {
			clinician: t.clinician,
			week_min: tr(o, t.percent),
			weeks: t.weeks,
			plan: a,
			others_may_move: t.others
		}, {
			signal: s.signal,
			progress: ({ step: e, steps: t }) => c({ running: {
				step: e,
				steps: t
			} })
		});
		if (n.state.open !== i) return;
		let { asked: d } = n.state.relief;
		c(d ? {
			running: void 0,
			result: {
				question: t,
				reply: l,
				stopped: u,
				plan: a,
				clinic: i.index
			}
		} : { running: void 0 }), d && Ja(e, O.relief.title(j(i.index, "clinician", t.clinician)));
	} catch (t) {
		c({ running: void 0 }), Ya(e, t);
	} finally {
		e.runs.relief = void 0;
	}
}
async function ld(e) {
	let { store: t } = e, { open: n, relief: r } = t.state, { result: i } = r, { work: a } = t;
	if (!n || !i || i.plan !== a.plan || i.clinic !== n.index) return;
	let o = j(n.index, "clinician", i.question.clinician), s = a.stage === "proposal";
	await ho(e, [i.reply.accept], O.relief.accepted(o), {
		plan: i.reply.plan,
		stage: s ? "proposal" : "kept",
		before: s ? kl(a) : void 0
	}), t.set({ relief: {
		asked: void 0,
		running: void 0,
		result: void 0
	} }), await Kl(e);
}
// commands/goal.ts
async function ud(e) {
	let { store: t } = e, { open: n, scenario: r } = t.state, { instant: i, report: a, draft: o, goal: s } = r, { question: c } = s;
	if (!n || !i || !a) return;
	let l = _i(n.index.clinic, r.choices?.levers, o), u = li(a, i.surface, n.index.clinic.settings.currency).find(({ id: e }) => e === c.outcome), d = dd(i, l, c.slider), f = dd(i, l, c.along), p = new Map([...o].filter(([e]) => e !== c.slider && e !== c.along));
	for (let e of [d, f]) e && p.set(e.control.id, Math.min(e.range[1], Math.max(e.range[0], 0)));
	let m = ki(i, l, p);
	if (!u || !d) return;
	if (!m) {
		Ja(e, O.scenarios.estimateBeyond), t.set({ scenario: {
			...r,
			goal: {
				...s,
				answer: void 0
			}
		} });
		return;
	}
	let ee = await fd(e, i, {
		question: c,
		outcome: u,
		slider: d,
		along: f,
		values: m
	});
	if (t.state.scenario.instant !== i || t.state.scenario.goal.question !== c) return;
	let te = {
		question: c,
		points: ee
	};
	t.set({ scenario: {
		...t.state.scenario,
		goal: {
			...t.state.scenario.goal,
			answer: te,
			planned: void 0
		}
	} }), Ja(e, O.goal.found);
}
function dd(e, t, n) {
	let r = t.find((e) => e.id === n), i = e.controls.indexOf(n);
	return r && i >= 0 ? {
		control: r,
		at: i,
		range: Ti(r)
	} : void 0;
}
async function fd({ engine: e }, { surface: t }, { question: n, outcome: r, slider: i, along: a, values: o }) {
	let s = n.reach * r.scale, c = (e) => ({
		outcome: r.id,
		reach: e,
		slider: i.at,
		...a ? { along: a.at } : {}
	}), l = (await e.call("estimate", {
		surface: t,
		values: [...o],
		goal: c(s)
	})).goal ?? [], u = t.outcomes.find(({ id: e }) => e === r.id)?.band ?? 0, d = r.direction > 0 ? void 0 : (await e.call("estimate", {
		surface: t,
		values: [...o],
		goal: c(s - u)
	})).goal, { step: f } = i.control, p = [];
	for (let [n, { along: c, values: u, cautious: m }] of l.entries()) {
		let l = c === void 0 || !a ? void 0 : Di(a.control, c), ee = async (n) => {
			let s = [...o];
			s[i.at] = Ei(i.control, n), a && c !== void 0 && (s[a.at] = c);
			let { estimates: l } = await e.call("estimate", {
				surface: t,
				values: s
			});
			return l.find(({ id: e }) => e === r.id) ?? {
				id: r.id,
				value: 0,
				low: 0,
				high: 0
			};
		}, [te, ne] = i.range, re = await ee(Math.min(ne, Math.max(te, 0))), ie = fi(u);
		if (ui(r, re.value, s)) p.push({
			along: l,
			kind: "met",
			value: 0,
			cautious: void 0,
			guess: re
		});
		else if (ie === void 0) {
			let e = [await ee(te), await ee(ne)].sort((e, t) => r.direction * (t.value - e.value));
			p.push({
				along: l,
				kind: "beyond",
				value: void 0,
				cautious: void 0,
				guess: e[0] ?? re
			});
		} else {
			let e = ie > 0, t = pi(Di(i.control, ie), f, e, i.range), r = fi((d ? d[n]?.values : m)?.filter((t) => e ? t >= ie : t <= ie) ?? []), a = r === void 0 ? void 0 : pi(Di(i.control, r), f, e, i.range);
			p.push({
				along: l,
				kind: "reached",
				value: t,
				cautious: a,
				guess: await ee(t)
			});
		}
	}
	return p;
}
// commands/scenario.ts
var pd = 15, md = 40, hd = 800, gd = 120, _d = 3, vd = 40, yd = 10, bd = 8;
async function xd(e, t) {
	let { store: n } = e, r = n.state.scenario, { scenarios: i } = n.work;
	switch (t.kind) {
		case "turn":
			n.set({ scenario: Sd({
				...r,
				draft: wd(e, t.id, t.value)
			}) }), await Dd(e);
			return;
		case "months":
			n.set({ scenario: Sd({
				...r,
				months: t.months,
				instant: void 0,
				guess: void 0
			}) });
			return;
		case "approach":
			n.set({ scenario: Sd({
				...r,
				approach: t.approach
			}) });
			return;
		case "reset":
			n.set({ scenario: Sd({
				...r,
				draft: /* @__PURE__ */ new Map(),
				approach: void 0
			}) }), await Dd(e);
			return;
		case "part":
			n.set({ scenario: {
				...r,
				part: t.part
			} });
			return;
		case "goal":
			n.set({ scenario: {
				...r,
				goal: {
					...r.goal,
					question: {
						...r.goal.question,
						...t.patch
					}
				}
			} });
			return;
		case "seek":
			await ud(e);
			return;
		case "replan": {
			let i = t.plan.values.reduce((t, [n, r]) => wd(e, n, r, t), r.draft);
			n.set({ scenario: {
				...r,
				draft: i,
				goal: {
					...r.goal,
					planned: t.plan
				}
			} }), await Od(e);
			return;
		}
		case "workbook":
			await ps(e);
			return;
		case "stop":
			e.runs.scenario?.abort();
			return;
		case "run":
			await Od(e);
			return;
		case "prepare":
			await Ed(e);
			return;
		case "save": {
			if (!r.report || !r.reported) return;
			let e = r.reportedApproach ? { approach: r.reportedApproach } : {}, a = {
				name: t.name,
				values: [...r.reported],
				...e,
				report: r.report
			}, o = O.scenarios.saved(t.name);
			n.act(o, { scenarios: [...i.filter((e) => e.name !== t.name), a] }, {
				said: o,
				notice: {
					tone: "good",
					text: `${o}.`,
					undo: !0,
					retry: !1
				}
			});
			return;
		}
		case "remove": {
			let e = O.scenarios.removed(t.name);
			n.act(e, { scenarios: i.filter((e) => e.name !== t.name) }, {
				said: e,
				notice: {
					tone: "note",
					text: `${e}.`,
					undo: !0,
					retry: !1
				}
			});
			return;
		}
		case "load": {
			let a = i.find((e) => e.name === t.name);
			if (!a) return;
			let o = new Map(a.values), { approach: s, report: c } = a, l = {
				reported: o,
				reportedApproach: s,
				reportedMonths: c.months
			};
			n.set({ scenario: Sd({
				...r,
				draft: o,
				approach: s,
				months: c.months,
				report: c,
				...l
			}) }), Ja(e, O.scenarios.loaded(a.name));
		}
	}
}
function Sd(e) {
	return {
		...e,
		goal: {
			...e.goal,
			answer: void 0,
			planned: void 0
		}
	};
}
function Cd(e, t) {
	return _i(e.index.clinic, t.choices?.levers, t.draft);
}
function wd(e, t, n, r = e.store.state.scenario.draft) {
	let { open: i, scenario: a } = e.store.state, o = new Map(r);
	return (i && Cd(i, a).find((e) => e.id === t))?.start === n ? o.delete(t) : o.set(t, n), o;
}
async function Td(e) {
	let { store: t, engine: n } = e, { open: r } = t.state;
	r && !t.state.scenario.choices && await Xa(e, async () => {
		let e = await n.call("levers", {});
		t.state.open === r && t.set({ scenario: {
			...t.state.scenario,
			choices: e
		} });
	});
}
async function Ed(e) {
	let { store: t, engine: n } = e, { open: r, scenario: i } = t.state;
	if (!r || i.approach || qa(t.state)) return;
	let { months: a } = i, o = Cd(r, i);
	Cl(e), e.runs.scenario = new AbortController();
	let s = (e) => t.set({ scenario: {
		...t.state.scenario,
		preparing: e
	} });
	s({
		step: 0,
		steps: 1,
		draws: 0,
		ofDraws: 50
	});
	try {
		let { reply: i } = await n.run("surface", {
			changes: Oi(o),
			months: a,
			points: vd,
			unseen: yd,
			runs: bd,
			levels: _d,
			first_steps: hd,
			plan_steps: gd
		}, {
			signal: e.runs.scenario.signal,
			progress: ({ step: e, steps: t, news: n }) => s({
				step: e,
				steps: t,
				draws: n.draws,
				ofDraws: n.of_draws
			})
		});
		if (!i.complete || t.state.open !== r || t.state.scenario.months !== a) return;
		let c = i.checks.find(({ id: e }) => e === "net_cents"), l = {
			surface: i.surface,
			controls: o.map(({ id: e }) => e),
			months: a,
			missed: c?.rmse,
			unseen: i.unseen
		};
		t.set({
			scenario: {
				...t.state.scenario,
				instant: l
			},
			said: O.scenarios.prepared
		}), await Dd(e);
	} catch (t) {
		Ya(e, t);
	} finally {
		e.runs.scenario = void 0, s(void 0);
	}
}
async function Dd(e) {
	let { store: t, engine: n } = e, { open: r, scenario: i } = t.state, { instant: a, draft: o } = i;
	if (!r || !a) return;
	let s = ki(a, Cd(r, i), o);
	await Xa(e, async () => {
		let e = s ? (await n.call("estimate", {
			surface: a.surface,
			values: s
		})).estimates : [];
		t.state.scenario.draft === o && t.state.scenario.instant === a && t.set({ scenario: {
			...t.state.scenario,
			guess: e.find(({ id: e }) => e === "net_cents") ?? "beyond"
		} });
	});
}
async function Od(e) {
	let { store: t, engine: n } = e, { open: r, scenario: i } = t.state;
	if (!r || qa(t.state)) return;
	let { draft: a, months: o, approach: s } = i;
	Cl(e), e.runs.scenario = new AbortController(), t.set({ scenario: {
		...i,
		running: {
			step: 0,
			steps: 1,
			draws: 0,
			ofDraws: pd
		}
	} });
	try {
		let { reply: c } = await n.run("scenario", {
			...s ? {
				template: s.template,
				...s.phased ? { rollout: {} } : {}
			} : {},
			changes: Ni(Ai(Cd(r, i), s), a),
			months: o,
			draws: pd,
			runs: md,
			levels: _d,
			first_steps: hd,
			plan_steps: gd,
			drivers: !0
		}, {
			signal: e.runs.scenario.signal,
			progress: ({ step: e, steps: n, news: r }) => t.set({ scenario: {
				...t.state.scenario,
				running: {
					step: e,
					steps: n,
					draws: r.draws,
					ofDraws: r.of_draws,
					net: r.net_cents,
					quick: r.quick
				}
			} })
		});
		if (t.state.open !== r) return;
		t.set({
			scenario: {
				...t.state.scenario,
				report: c,
				reported: a,
				reportedMonths: o,
				reportedApproach: s,
				running: void 0
			},
			said: O.scenarios.done
		});
	} catch (t) {
		Ya(e, t);
	} finally {
		e.runs.scenario = void 0, t.set({ scenario: {
			...t.state.scenario,
			running: void 0
		} });
	}
}
// commands/share.ts
async function kd(e, t) {
	let { store: n } = e, { share: r } = n.state;
	if (t.kind === "take") {
		let n = r.kind === "calendar" ? r.file : r.list?.files[t.file];
		n && ms(e, n.name, new Blob([n.text], { type: /\.ics$/.test(n.name) ? "text/calendar" : "text/plain" }));
	} else if (t.kind === "patient") n.set({ share: {
		...r,
		patient: t.patient
	} });
	else if (t.kind === "revoke") {
		let { open: r } = n.state;
		r && await ho(e, [{
			kind: "revoke_consent",
			consent: t.consent,
			at: pa(r.index.clinic.settings, /* @__PURE__ */ new Date())
		}], O.share.revoked), await Ad(e);
	} else n.set({ share: {
		...r,
		...t.kind === "look" ? { kind: t.what } : {
			kind: "calendar",
			calendar: t.calendar
		}
	} }), await Ad(e);
}
async function Ad(e) {
	let { store: t, engine: n } = e, { open: r, share: i } = t.state, { kind: a, calendar: o } = i;
	if (!r || a === void 0) return;
	let s = {
		clinic: r.index,
		kind: a,
		calendar: o
	}, c = (e) => t.set({ share: {
		...t.state.share,
		...e
	} });
	c({
		of: s,
		running: !0,
		list: void 0,
		file: void 0
	});
	let l = () => t.state.share.of === s, u = pa(r.index.clinic.settings, /* @__PURE__ */ new Date());
	await Xa(e, async () => {
		if (a === "calendar") {
			let e = await n.call("calendar", fa(o, u));
			l() && c({ file: e });
		} else {
			let e = await n.call("disclose", {
				list: a,
				now: u
			});
			l() && c({ list: e });
		}
	}), l() && c({ running: !1 });
}
// commands/sheets.ts
async function jd(e, t) {
	let { store: n, engine: r } = e;
	if ("close" in t) {
		n.set({ sheets: void 0 });
		return;
	}
	let { plan: i } = n.work, a = {
		...t,
		reply: n.state.sheets?.reply
	};
	n.set({ sheets: a });
	let o = await r.call("day_sheets", {
		day: It(n.state.board.day),
		...t,
		...i ? { plan: i } : {}
	});
	n.state.sheets === a && n.set({ sheets: {
		...a,
		reply: o
	} });
}
// commands/simulate.ts
var Md = 2e3, Nd = 200;
async function Pd(e, t) {
	let { store: n } = e;
	switch (t.kind) {
		case "runs":
			n.set({ simulator: {
				...n.state.simulator,
				runs: t.runs
			} });
			return;
		case "run":
			await Fd(e);
			return;
		case "stop": e.runs.simulate?.abort();
	}
}
async function Fd(e) {
	let { store: t, engine: n } = e, { open: r } = t.state;
	if (!r || e.runs.simulate || qa(t.state)) return;
	Cl(e);
	let i = new AbortController();
	e.runs.simulate = i;
	let { runs: a } = t.state.simulator, o = {
		clinic: r.index,
		runs: a
	}, s = (e) => t.set({ simulator: {
		...t.state.simulator,
		...e
	} });
	s({ running: {
		step: 0,
		steps: 1,
		runs: a,
		done: 0,
		policy: void 0,
		claims: []
	} });
	try {
		let { reply: c } = await n.run("simulate", {
			policies: [...va],
			replications: a,
			steps: Md,
			repair_steps: Nd
		}, {
			signal: i.signal,
			get keep() {
				return (t.state.simulator.running?.done ?? 0) > 0;
			},
			progress: ({ step: e, steps: t, news: n }) => s({ running: {
				step: e,
				steps: t,
				runs: a,
				done: n.replications,
				policy: n.policy ?? void 0,
				claims: n.claims
			} })
		});
		if (t.state.open !== r || c === null) return;
		s({
			reply: c,
			of: o,
			running: void 0
		}), Ja(e, O.simulator.done);
	} catch (t) {
		Ya(e, t);
	} finally {
		e.runs.simulate = void 0, s({ running: void 0 });
	}
}
// commands/staffing.ts
async function Id(e, t) {
	let { store: n } = e, r = n.state.staffing;
	switch (t.kind) {
		case "draft":
			n.set({ staffing: {
				...r,
				draft: {
					...r.draft,
					...t.patch
				}
			} });
			return;
		case "stop":
			e.runs.staffing?.abort();
			return;
		case "run":
			await Ld(e);
			return;
		case "try": {
			let e = (r.report?.best ?? r.report?.today)?.hires ?? [], { open: t } = n.state;
			if (!t) return;
			let i = new Map([...n.state.scenario.draft].filter(([e]) => !bi(e)));
			for (let { discipline: n, fte: r } of e) i.set(yi(t.index.clinic, n), r);
			r.asked && r.asked.demand !== 0 && i.set("demand", r.asked.demand);
			let a = {
				...n.state.scenario.goal,
				answer: void 0,
				planned: void 0
			};
			n.set({ scenario: {
				...n.state.scenario,
				draft: i,
				part: "run",
				guess: void 0,
				goal: a
			} });
		}
	}
}
async function Ld(e) {
	let { store: t, engine: n } = e, { open: r, staffing: i } = t.state, a = i.draft, o = Ca(a);
	if (!r || !o || e.runs.staffing || qa(t.state)) return;
	Cl(e);
	let s = new AbortController();
	e.runs.staffing = s;
	let c = (e) => t.set({ staffing: {
		...t.state.staffing,
		...e
	} });
	c({ running: {
		step: 0,
		steps: 1,
		plans: 0,
		fte: 0
	} });
	try {
		let { reply: i } = await n.run("staffing", o, {
			signal: s.signal,
			progress: ({ step: e, steps: t, news: n }) => c({ running: {
				step: e,
				steps: t,
				plans: n.plans,
				fte: n.fte
			} })
		});
		if (t.state.open !== r) return;
		c({
			report: i,
			asked: a
		}), Ja(e, i.reached ? O.staffing.done : O.staffing.none);
	} catch (t) {
		Ya(e, t);
	} finally {
		e.runs.staffing = void 0, c({ running: void 0 });
	}
}
// planner/wire.ts
async function Rd(e, t) {
	let { store: n } = e;
	n.set({
		view: t,
		notice: void 0
	}), t === "scenarios" && (await Td(e), n.state.scenario.report || await Od(e)), t === "data" && await zl(e), t === "attendance" && await Pl(e), t === "pilot" && await Zu(e), t === "privacy" && await ku(e), t === "triage" && await Ul(e), t === "workload" && await Kl(e), t === "governance" && await Wu(e), t === "forecast" && (await Ll(e), await Sl(e));
}
var zd = {
	"rw-navigate": (e, { view: t }) => Rd(e, t),
	"rw-board": (e, t) => e.store.setBoard(t),
	"rw-select": (e, t) => Jl(e, t),
	"rw-move": (e, t) => Zl(e, t),
	"rw-lock": (e, { session: t, reason: n }) => n === void 0 ? tu(e, t) : nu(e, t, n),
	"rw-unplace": (e, { session: t }) => ru(e, t),
	"rw-solve": (e) => Tl(e),
	"rw-stop": (e) => Dl(e),
	"rw-keep": (e) => Eu(e),
	"rw-revert": (e) => Ml(e),
	"rw-undo": (e) => iu(e, !0),
	"rw-redo": (e) => iu(e, !1),
	"rw-say": (e, { text: t }) => e.store.set({ said: t }),
	"rw-dismiss": (e) => e.store.set({ notice: void 0 }),
	"rw-retry": async (e) => {
		let { store: t, home: n } = e;
		t.set({
			notice: void 0,
			blocked: void 0
		}), t.state.engine === "blocked" && await bs(e), t.state.open ? await so(e) : n.whole && await Xo(e, vs);
	},
	"rw-sample": async (e, t) => {
		await Xo(e, t), e.store.set({ view: "schedule" });
	},
	"rw-indicator": (e, { id: t }) => e.store.set({
		indicator: t,
		view: t === void 0 ? e.store.state.view : "kpis"
	}),
	"rw-split": (e, t) => lo(e, t),
	"rw-attendance": (e, t) => Nl(e, t),
	"rw-buffers": (e, t) => Il(e, t),
	"rw-forecast": (e, t) => xl(e, t),
	"rw-pilot": (e, t) => Xu(e, t),
	"rw-triage": (e, t) => Hl(e, t),
	"rw-workload": (e, t) => Gl(e, t),
	"rw-governance": (e, t) => Uu(e, t),
	"rw-incident": (e, t) => Ku(e, t),
	"rw-relief": (e, t) => sd(e, t),
	"rw-simulator": (e, t) => Pd(e, t),
	"rw-staffing": (e, t) => Id(e, t),
	"rw-scenario": (e, t) => xd(e, t),
	"rw-share": (e, t) => kd(e, t),
	"rw-files": (e, { files: t }) => ns(e, t),
	"rw-paste": (e, t) => is(e, t),
	"rw-import": async (e, { accept: t }) => {
		await us(e, t), t && !e.store.state.importing && e.store.set({ view: "schedule" });
	},
	"rw-bring": async (e, t) => {
		await Io(e, t), e.store.state.view === "data" && !e.store.state.importing && await zl(e);
	},
	"rw-quality": (e, t) => Rl(e, t),
	"rw-sheets": (e, t) => jd(e, t),
	"rw-save": (e) => Os(e),
	"rw-download": (e, t) => ds(e, t),
	"rw-theme": (e, { theme: t }) => e.store.set({ theme: t }),
	"rw-language": (e, t) => el(e, t),
	"rw-settings": (e, t) => tl(e, t),
	"rw-print": (e) => Mu(e),
	"rw-keep-news": (e, t) => Cu(e, t),
	"rw-send": (e, t) => od(e, t),
	"rw-try": (e) => Lu(e)
}, Bd = /* @__PURE__ */ new Set([
	"rw-move",
	"rw-lock",
	"rw-unplace",
	"rw-solve",
	"rw-keep",
	"rw-revert",
	"rw-undo",
	"rw-redo",
	"rw-sample",
	"rw-files",
	"rw-paste",
	"rw-import",
	"rw-bring",
	"rw-settings"
]);
function Vd(e) {
	let { planner: t, home: n, gone: r, store: i } = e, a = n.whole ? t : t.renderRoot;
	for (let t of Object.keys(zd)) a.addEventListener(t, (n) => {
		n.stopPropagation();
		let r = zd[t];
		Xa(e, async () => {
			Bd.has(t) && i.beforeChange(), await r(e, n.detail);
		});
	}, { signal: r });
}
// planner/life.ts
function Hd(e, t, n, r, i) {
	let a = new ut(n.engine, (e) => {
		i.aborted || t.set({ engine: e });
	}), o = new ul(a, n.engine), s = {
		store: t,
		engine: a,
		team: o,
		planner: e,
		home: n,
		keeping: Gd(t, n),
		runs: {},
		gone: i,
		told: r
	};
	return i.addEventListener("abort", () => {
		for (let e of Object.values(s.runs)) e?.abort();
		clearTimeout(s.keeping.noting), s.keeping.keeper.end(), o.end(), a.end();
	}), t.set({ privacy: {
		...t.state.privacy,
		self: n.self
	} }), Vd(s), Wd(s), Iu(s), Tu(s), zu(s), Us(s), Ds(s), n.whole && Ud(s), s;
}
function Ud({ store: e, gone: t }) {
	let n = new PerformanceObserver((t) => {
		let n = t.getEntries().filter((e) => /^(https?|wss?):/.test(e.name)).length;
		n > 0 && e.set({ requests: e.state.requests + n });
	});
	n.observe({
		type: "resource",
		buffered: !0
	}), t.addEventListener("abort", () => n.disconnect(), { once: !0 });
}
function Wd(e) {
	(e.home.whole ? t : e.planner).addEventListener("keydown", (t) => {
		if (!(t instanceof KeyboardEvent) || !(t.ctrlKey || t.metaKey) || t.altKey || t.key.toLowerCase() !== "z") return;
		let n = t.composedPath()[0];
		n instanceof HTMLInputElement || n instanceof HTMLTextAreaElement || (t.preventDefault(), Xa(e, () => iu(e, !t.shiftKey)));
	}, { signal: e.gone });
}
function Gd(e, { engine: t, self: n }) {
	let r = new Vu(t, () => {
		e.state.keep.hasKey && (e.setKeep({
			hasKey: !1,
			working: !1,
			device: e.state.keep.device === "on" ? "copy" : e.state.keep.device
		}), e.set({
			notice: {
				tone: "warn",
				text: O.keep.keysLost,
				undo: !1,
				retry: !1
			},
			said: O.keep.keysLost
		}));
	}), i = `${n.version} ${n.build.slice(0, 16)}`.trim();
	return {
		keeper: r,
		trail: new Hu(r, () => ({
			user: e.state.keep.settings.user,
			build: i,
			rulePacks: In(e.state.open?.index.clinic)
		})),
		slots: void 0,
		device: void 0,
		base: void 0,
		sealed: void 0,
		pending: void 0,
		proposed: void 0,
		noted: void 0,
		noting: void 0
	};
}
// planner/news.ts
function Kd(e) {
	let { plan: t, stopped: n, notMet: r, steps: i, seed: a } = e;
	return {
		plan: t,
		stopped: n,
		unplaced: r.length,
		steps: i,
		seed: a
	};
}
function qd(e, t) {
	let { solve: n, outcome: r } = e.state;
	e.listen((e) => {
		let [i, a] = [n, r];
		if ({solve: n, outcome: r} = e, n && n !== i) {
			let { step: e, steps: r, unplaced: i } = n;
			t("rw-solve-progress", {
				step: e,
				steps: r,
				unplaced: i
			});
		} else if (i && !n) {
			let e = r && r !== a ? Kd(r) : void 0;
			queueMicrotask(() => t("rw-solve-end", { result: e }));
		}
	});
}
// elements/rw-planner/contract.ts
var Jd = 1, Yd = [
	"start",
	"data",
	"triage",
	"schedule",
	"kpis",
	"attendance",
	"workload",
	"pilot",
	"forecast",
	"scenarios",
	"simulator",
	"governance",
	"privacy"
], Xd = [
	"plan-csv",
	"plan-xlsx",
	"plan-json",
	"plan-fhir",
	"plan-ndjson",
	"clinic-csv",
	"clinic-xlsx",
	"clinic-json",
	"clinic-fhir",
	"clinic-ndjson",
	"template-csv",
	"template-xlsx",
	"report-html"
], Zd = class extends Error {
	constructor(e, t) {
		super(t), this.name = "PlannerError", this.code = e;
	}
};
// planner/requests.ts
async function Qd(e, t, n) {
	let r = typeof t == "object" && t ? String(t.format) : "";
	if (r.startsWith("rosterwell-save/")) {
		let { document: n } = await e.keeping.keeper.call("save_read", { text: JSON.stringify(t) }), r = n;
		await Qo(e, r.clinic, Dn(r));
	} else if (r.startsWith("rosterwell-clinic/")) {
		let r = t;
		await Qo(e, n ? {
			...r,
			settings: {
				...r.settings,
				currency: n
			}
		} : r, void 0);
	} else throw new Zd("format", "only a clinic or a saved plan can be opened");
	return Zo(e, "open"), ef(e);
}
async function $d(e, t, n) {
	await Xo(e, t);
	let r = e.store.state.open?.index.clinic;
	r && n && r.settings.currency !== n && await Qd(e, r, n);
}
function ef({ store: e }) {
	let t = e.state.open?.summary;
	if (!t) throw new Zd("empty", "nothing is open");
	let { name: n, sessions: r, synthetic: i } = t;
	return {
		name: n,
		sessions: r,
		synthetic: i
	};
}
async function tf(e, { signal: t }) {
	let { store: n } = e;
	if (ef(e), n.beforeChange(), qa(n.state)) throw new Zd("busy", "another long task is under way");
	let r = () => Dl(e);
	t?.addEventListener("abort", r, { once: !0 });
	try {
		let i = Tl(e);
		t?.aborted && r();
		let a = await i;
		if (!a) throw new Zd("engine", n.state.notice?.text ?? "the run came to nothing");
		return Kd(a);
	} finally {
		t?.removeEventListener("abort", r);
	}
}
function nf({ state: e, work: t }) {
	return e.open && Cn(e.open.index.clinic, t, e.keep.settings, (/* @__PURE__ */ new Date()).toISOString());
}
async function rf(e, t) {
	let { store: n, keeping: r } = e;
	ef(e);
	let { work: i } = n, a = nf(n);
	if (t === void 0 && a) return r.trail.add({
		action: "export",
		object: "unencrypted save",
		after: i
	}), n.set({ savedAt: i }), a;
	n.state.keep.hasKey || (await r.keeper.call("vault_create", { passphrase: (t ?? "").normalize("NFKC") }), n.setKeep({ hasKey: !0 }));
	let { bytes: o, base: s } = await As(e, "save");
	return r.base = s, n.set({ savedAt: s.work }), o;
}
async function af(e, t, n) {
	if (!(t instanceof Uint8Array)) {
		if (!t?.format?.startsWith("rosterwell-save/")) throw new Zd("format", "only what `save` gave can be restored");
		return Qd(e, t, void 0);
	}
	if (n === void 0) throw new Zd("passphrase", "an encrypted save needs its passphrase");
	let { store: r, keeping: i } = e, a = Za(t);
	if (await i.keeper.call("vault_check", { envelope: a }), i.sealed = {
		envelope: a,
		source: "file",
		unsaved: 0
	}, await Ps(e, n), i.sealed) {
		i.sealed = void 0;
		let { error: e } = r.state.keep;
		throw r.setKeep({ error: void 0 }), new Zd("passphrase", e ?? "the passphrase does not open it");
	}
	return ef(e);
}
async function of(e, t) {
	if (!Xd.includes(t)) throw new Zd("kind", `there is no export ${String(t)}`);
	if (ef(e), t === "report-html") return [Nu(e)];
	let [n, r] = t.split("-"), i = await fs(e, n, r);
	for (let { name: t } of i) e.keeping.trail.add({
		action: "export",
		object: t,
		after: e.store.work
	});
	return i;
}
function sf(e) {
	return e instanceof ct ? new Zd(e.code, e.message) : e instanceof dt ? new Zd("engine", e.message) : e instanceof Ua ? new Zd("readonly", "what is open may only be looked at") : e instanceof lt ? new Zd("engine.lost", e.message) : e instanceof Error ? e : Error(String(e));
}
// elements/events.ts
function N(e, t, n) {
	e.dispatchEvent(new CustomEvent(t, {
		detail: n,
		bubbles: !0,
		composed: !0
	}));
}
// elements/icons.ts
var cf = {
	undo: "M6 3 2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 8H6",
	redo: "m10 3 3.5 3.5L10 10M13 6.5H7a4 4 0 0 0 0 8h3",
	save: "M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
	lock: "M4.5 7V5a3.5 3.5 0 0 1 7 0v2M3 7h10v7H3z",
	close: "m4 4 8 8M12 4l-8 8",
	previous: "M10 3 5 8l5 5",
	next: "m6 3 5 5-5 5",
	shield: "M8 1.5 2.5 4v4c0 3.5 2.5 5.5 5.5 6.5 3-1 5.5-3 5.5-6.5V4zM5.5 8l2 2 3.5-4",
	alert: "M8 2 1.5 14h13zM8 6.5v3.5M8 12v.1",
	check: "m3 8.5 3.5 3.5L13 4.5",
	sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1",
	print: "M4.5 6V2h7v4M4.5 11h-2V6h11v5h-2M4.5 9.5h7V14h-7z",
	home: "M2 8 8 3l6 5M4 7v6.5h8V7"
};
function lf(e) {
	return h`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"> ${g`<path d=${cf[e]} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"></path>`} </svg>`;
}
// elements/rw-planner/rw-planner.styles.ts
var uf = c` :host { container: planner / inline-size; min-block-size: var(--rw-fill); } .page { display: grid; grid-template-columns: minmax(0, 1fr); grid-template-areas: "header" "nav" "main"; grid-template-rows: auto auto 1fr; min-block-size: var(--rw-fill); } .page.wide { grid-template-columns: 11.5rem minmax(0, 1fr); grid-template-areas: "header header" "nav main"; grid-template-rows: auto 1fr; } .skip { position: absolute; inset-inline-start: 0.5rem; inset-block-start: 0.5rem; z-index: 20; transform: translateY(-200%); } .skip:focus { transform: none; } header { grid-area: header; display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; padding: 0.5rem 1rem; background: var(--rw-surface); border-block-end: 1px solid var(--rw-border); } .brand { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; min-width: 0; } .brand b { font-size: 1.125rem; letter-spacing: -0.01em; } .clinic, .week { color: var(--rw-muted); font-size: 0.9375rem; } .synthetic { padding: 0.125rem 0.5rem; border: 1px solid var(--rw-warn); border-radius: 8px; background: var(--rw-warn-tint); color: var(--rw-warn); font-size: 0.8125rem; } .deeds { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem; } .deeds button { min-height: 2rem; font-size: 0.875rem; } .deeds button { min-inline-size: 2.25rem; padding-inline: 0.625rem; } /* Signs alone where the words would take a second row. */ @container planner (max-width: 90rem) { .deeds .label:not(.name) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); } } .dot { inline-size: 0.5rem; block-size: 0.5rem; border-radius: 50%; background: var(--rw-warn); } rw-nav { grid-area: nav; min-width: 0; background: var(--rw-surface); border-block-end: 1px solid var(--rw-border); } .wide rw-nav { border-block-end: 0; border-inline-end: 1px solid var(--rw-border); } main { grid-area: main; min-width: 0; padding: 1rem; padding-block-end: 5rem; } main:focus { outline: none; } .notice { position: fixed; inset-block-end: 1rem; inset-inline: 0; z-index: 10; display: flex; align-items: center; gap: 0.75rem; inline-size: fit-content; max-inline-size: min(44rem, calc(100% - 2rem)); margin-inline: auto; padding: 0.625rem 0.75rem 0.625rem 1rem; border: 1px solid var(--rw-control); border-inline-start: 4px solid var(--tone, var(--rw-accent)); border-radius: 8px; background: var(--rw-surface); font-size: 0.9375rem; } .notice[data-tone="bad"] { --tone: var(--rw-bad); } .notice[data-tone="warn"] { --tone: var(--rw-warn); } .notice[data-tone="good"] { --tone: var(--rw-good); } .notice button { flex: none; } @container planner (min-width: 68rem) { header, .brand, .deeds { flex-wrap: nowrap; } .brand { white-space: nowrap; } .clinic { overflow: hidden; text-overflow: ellipsis; } .deeds { flex: none; } main { padding: 1.25rem 1.5rem 5rem; } } @container planner (max-width: 40rem) { header { padding: 0.5rem 0.75rem; } main { padding: 0.75rem 0.75rem 5rem; } .clinic, .week { font-size: 0.875rem; } .deeds .name { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); } } .printed { display: none; } @media print { .printed { display: block; font-size: 8pt; } .deeds, .notice, .skip, rw-nav { display: none; } .page, .page.wide { display: block; } header { padding: 0 0 0.25rem; } .brand b, .clinic, .week { font-size: 9pt; } .synthetic { font-size: 8pt; padding-block: 0; } main { padding: 0.5rem 0; } }
`;
// elements/forms.ts
function df(e) {
	return (t) => {
		let n = t.target;
		if (!(n instanceof Element) || t instanceof KeyboardEvent && (t.key !== "Enter" || !(n instanceof HTMLInputElement))) return;
		let r = n.closest("form");
		r && (t.preventDefault(), r.reportValidity() && e(r));
	};
}
// elements/rw-cover/rw-cover.ts
var ff = O.keep;
y("rw-cover", class extends v {
	static {
		this.properties = { keep: { attribute: !1 } };
	}
	static {
		this.sheet = c` main { min-block-size: max(var(--rw-fill), 24rem); display: grid; place-content: center; padding: 1rem; } form, section { display: grid; gap: 0.875rem; inline-size: min(28rem, calc(100vw - 2rem)); } label { display: grid; gap: 0.25rem; } input { inline-size: 100%; } `;
	}
	firstUpdated() {
		this.renderRoot.querySelector("input, button")?.focus();
	}
	render() {
		return this.keep ? h`<main>${this.keep.cover === "locked" ? this.#e() : this.#t()}</main>` : _;
	}
	#e() {
		let { working: e, error: t } = this.keep;
		return h`<form class="card" @keydown=${this.#n}> <h1>${ff.locked}</h1> <p>${ff.lockedIntro}</p> <label> <span>${ff.passphrase}</span> <input name="passphrase" type="password" autocomplete="current-password" aria-describedby="wrong" required /> </label> <p class="bad" role="alert" id="wrong">${t ?? ""}</p> <div><button class="primary" type="button" ?disabled=${e} @click=${this.#n}>${e ? ff.working : ff.unlock}</button></div> </form>`;
	}
	#t() {
		return h`<section class="card"> <h1>${ff.curtain}</h1> <p>${ff.curtainIntro}</p> <div><button class="primary" type="button" @click=${() => N(this, "rw-keep-news", { kind: "show" })}>${ff.show}</button></div> </section>`;
	}
	#n = df((e) => {
		this.keep.working || N(this, "rw-keep-news", {
			kind: "unlock",
			passphrase: String(new FormData(e).get("passphrase"))
		});
	});
});
// elements/rw-nav/rw-nav.ts
var pf = [
	["plan", [
		"start",
		"data",
		"triage",
		"schedule"
	]],
	["measure", [
		"kpis",
		"attendance",
		"workload",
		"pilot"
	]],
	["ahead", [
		"forecast",
		"scenarios",
		"simulator"
	]],
	["trust", ["governance", "privacy"]]
];
y("rw-nav", class extends v {
	static {
		this.properties = {
			view: { attribute: !1 },
			badges: { attribute: !1 }
		};
	}
	static {
		this.sheet = c` :host { container-type: inline-size; } nav { display: flex; overflow-x: auto; padding: 0.25rem 0.5rem; gap: 0.25rem; } .group { display: contents; } .title { display: none; } ul { display: flex; gap: 0.25rem; list-style: none; } button { border-color: transparent; background: transparent; justify-content: space-between; white-space: nowrap; } button[aria-current] { background: var(--rw-tint); border-color: transparent; color: var(--rw-accent); font-weight: 600; } .badge { min-inline-size: 1.25rem; padding-inline: 0.375rem; border-radius: 8px; background: var(--rw-bad-tint); color: var(--rw-bad); font-size: 0.75rem; font-weight: 600; text-align: center; } :host([column]) nav { position: sticky; inset-block-start: 0; flex-direction: column; padding: 1rem 0.75rem; gap: 1rem; overflow: visible; } :host([column]) .group { display: grid; gap: 0.25rem; } :host([column]) .title { display: block; padding-inline-start: 0.75rem; color: var(--rw-muted); font-size: 0.75rem; font-weight: 600; letter-spacing: 0.04em; text-transform: uppercase; } :host([column]) ul { flex-direction: column; } :host([column]) button { inline-size: 100%; } @media print { :host { display: none; } } `;
	}
	render() {
		return h`<nav aria-label=${O.nav}> ${pf.map(([e, t]) => h`<div class="group"> <div class="title">${O.groups[e]}</div> <ul> ${t.map((e) => h`<li>${this.#e(e)}</li>`)} </ul> </div>`)} </nav>`;
	}
	#e(e) {
		let t = this.badges?.get(e);
		return h`<button type="button" data-view=${e} aria-current=${e === this.view ? "page" : _} @click=${() => N(this, "rw-navigate", { view: e })} > ${O.views[e]}${t ? h`<span class="badge">${t}</span>` : _} </button>`;
	}
}), y("rw-privacy-chip", class extends v {
	static {
		this.properties = { requests: { type: Number } };
	}
	static {
		this.sheet = c` button { border-color: var(--rw-good); color: var(--rw-good); font-size: 0.8125rem; min-height: 2rem; } button.seen { border-color: var(--rw-bad); color: var(--rw-bad); } .label { white-space: nowrap; } @container (max-width: 40rem) { button { padding-inline: 0.5rem; } .where { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); } } `;
	}
	render() {
		return h`<button type="button" class=${(this.requests ?? 0) > 0 ? "seen" : ""} @click=${() => N(this, "rw-navigate", { view: "privacy" })} > ${lf("shield")}<span class="label">${this.requests === void 0 ? O.onDevice : h`<span class="where">${O.onDevice}. </span>${O.requests(this.requests)}`}</span> </button>`;
	}
});
// elements/rw-send/rw-send.ts
var mf = O.portal;
y("rw-send", class extends v {
	static {
		this.properties = {
			portal: { attribute: !1 },
			sessions: { type: Number }
		};
	}
	static {
		this.sheet = c` :host { display: contents; } .send { min-height: 2rem; font-size: 0.875rem; white-space: nowrap; } dialog { inline-size: min(34rem, calc(100vw - 2rem)); border: 1px solid var(--rw-border); border-radius: 12px; background: var(--rw-surface); color: inherit; padding: 1.25rem; white-space: normal; } dialog::backdrop { background: rgb(0 0 0 / 45%); } b { overflow-wrap: anywhere; } `;
	}
	updated() {
		let e = this.renderRoot.querySelector("dialog");
		e && !e.open && e.showModal();
	}
	render() {
		let { portal: e } = this;
		return e ? h`<button type="button" class="send" ?disabled=${this.sessions === 0} @click=${() => N(this, "rw-send", { step: "show" })}>${mf.send}</button> ${e.asking ? h`<dialog aria-labelledby="title" @cancel=${this.#e}> <div class="stack"> <h2 id="title">${mf.title}</h2> <p>${mf.to} <b>${e.origin}</b></p> <p>${mf.what(this.sessions)}</p> <p class="note">${mf.after}</p> <div class="row"> <button class="primary" type="button" @click=${() => N(this, "rw-send", { step: "send" })}>${mf.send}</button> <button type="button" @click=${() => N(this, "rw-send", { step: "cancel" })}>${mf.cancel}</button> </div> </div> </dialog>` : _}` : _;
	}
	#e(e) {
		e.preventDefault(), N(this, "rw-send", { step: "cancel" });
	}
});
// elements/rw-status/rw-status.ts
var hf = 1e3;
y("rw-status", class extends v {
	static {
		this.properties = {
			text: { attribute: !1 },
			spoken: { state: !0 }
		};
	}
	#e;
	#t = -1e3;
	willUpdate(e) {
		if (!e.has("text")) return;
		clearTimeout(this.#e);
		let t = Math.max(0, this.#t + hf - performance.now());
		this.#e = setTimeout(() => {
			this.#t = performance.now(), this.spoken = this.text;
		}, t);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), clearTimeout(this.#e);
	}
	render() {
		return h`<div class="hidden-text" role="status" aria-live="polite">${this.spoken ?? ""}</div>`;
	}
});
// elements/rw-vault/rw-vault.ts
var P = O.keep, gf = "other";
y("rw-vault", class extends v {
	static {
		this.properties = {
			state: { attribute: !1 },
			shown: { state: !0 },
			wrong: { state: !0 },
			suggested: { state: !0 }
		};
	}
	static {
		this.sheet = c` dialog { inline-size: min(34rem, calc(100vw - 2rem)); border: 1px solid var(--rw-border); border-radius: 12px; background: var(--rw-surface); color: inherit; padding: 1.25rem; } dialog::backdrop { background: rgb(0 0 0 / 45%); } form, label.field { display: grid; gap: 0.25rem; } form { gap: 0.875rem; } input:not([type="checkbox"], [type="radio"]) { inline-size: 100%; } .row { display: flex; flex-wrap: wrap; gap: 0.5rem; } output { font-family: ui-monospace, monospace; overflow-wrap: anywhere; } `;
	}
	willUpdate(e) {
		let t = e.get("state");
		!e.has("state") || t && t.keep.dialog === this.state.keep.dialog || ([this.shown, this.wrong, this.suggested] = [
			!1,
			"",
			""
		]);
	}
	updated() {
		let e = this.renderRoot.querySelector("dialog");
		e && !e.open && e.showModal();
	}
	render() {
		let e = this.state?.keep;
		return e?.dialog ? h`<dialog aria-labelledby="title" @cancel=${this.#c}>${this.#e(e.dialog)}</dialog>` : _;
	}
	#e(e) {
		switch (e.kind) {
			case "choose": return this.#t(P.choose[e.purpose], P.chooseIntro, (t) => this.#o(t, (t) => ({
				kind: "choose",
				purpose: e.purpose,
				passphrase: t
			})), P.go[e.purpose], [this.#r(), e.purpose === "save" ? h`<div class="stack tight"> <button type="button" @click=${() => this.#l({ kind: "plain" })}>${P.plain}</button> <p class="note">${P.plainNote}</p> </div>` : _]);
			case "open": return this.#t(P.openTitle(e.name), P.openIntro, (e) => this.#l({
				kind: "open",
				passphrase: String(e.get("passphrase"))
			}), P.openIt, [this.#n("passphrase", P.passphrase, "current-password"), this.#i()]);
			case "change": return this.#t(P.changeTitle, P.changeIntro, (e) => this.#o(e, (t) => ({
				kind: "change",
				old: String(e.get("old")),
				next: t
			})), P.changeIt, [this.#n("old", P.old, "current-password"), this.#r()]);
			case "restore": return h`<form class="stack"> <h2 id="title">${P.restoreTitle(e.changes)}</h2> <p>${P.restoreIntro(e.changes, e.at)}</p> <div class="row"> <button class="primary" type="button" @click=${() => this.#l({
				kind: "restore",
				accept: !0
			})}>${P.restoreIt}</button> <button type="button" @click=${() => this.#l({
				kind: "restore",
				accept: !1
			})}>${P.restoreNot}</button> </div> </form>`;
			case "wipe": return this.#t(P.wipeTitle, P.wipeIntro, () => this.#l({ kind: "wipe" }), P.wipeIt, [h`<label class="check"><input type="checkbox" name="sure" required /> ${P.wipeSure(Ga(this.state))}</label>`]);
			case "reason": return this.#t(P.reasonTitle, P.reasonIntro(e.changes), (e) => this.#s(e), P.reasonIt, [h`<fieldset class="stack tight"> <legend>${P.reason}</legend> ${[...P.reasons, P.reasonOther].map((e, t) => h`<label class="check"><input type="radio" name="reason" value=${t < P.reasons.length ? e : gf} required /> ${e}</label>`)} </fieldset>`, h`<label class="field"><span>${P.reasonText}</span><input name="text" maxlength="200" autocomplete="off" /></label>`]);
		}
	}
	#t(e, t, n, r, i) {
		let { keep: a } = this.state, o = this.wrong || a.error, s = df((e) => {
			a.working || n(new FormData(e));
		});
		return h`<form @keydown=${s}> <h2 id="title">${e}</h2> <p>${t}</p> ${i} <p class="bad" role="alert" id="wrong">${o ?? ""}</p> <div class="row"> <button class="primary" type="button" ?disabled=${a.working} @click=${s}>${a.working ? P.working : r}</button> <button type="button" ?disabled=${a.working} @click=${() => this.#l({ kind: "close" })}>${P.cancel}</button> </div> </form>`;
	}
	#n(e, t, n) {
		return h`<label class="field"> <span>${t}</span> <input name=${e} type=${this.shown ? "text" : "password"} autocomplete=${n} spellcheck="false" aria-describedby="wrong" required /> </label>`;
	}
	#r() {
		return h`${this.#n("passphrase", P.next, "new-password")} <p class="note">${P.help}</p> ${this.#n("again", P.again, "new-password")} ${this.#i()} <div class="row"><button type="button" @click=${this.#a}>${P.suggest}</button></div> ${this.suggested ? h`<p><output>${this.suggested}</output> ${P.suggested}</p>` : _}`;
	}
	#i() {
		return h`<label class="check"><input type="checkbox" .checked=${this.shown} @change=${() => this.shown = !this.shown} /> ${P.showIt}</label>`;
	}
	#a() {
		this.suggested = Pn(() => crypto.getRandomValues(/* @__PURE__ */ new Uint8Array(64)));
		for (let e of this.renderRoot.querySelectorAll("input[name=passphrase], input[name=again]")) e.value = this.suggested;
	}
	#o(e, t) {
		let n = String(e.get("passphrase")), r = Mn(n, String(e.get("again")));
		this.wrong = r ? P.weakness[r] : "", r || this.#l(t(n));
	}
	#s(e) {
		let t = String(e.get("reason")), n = (t === gf ? String(e.get("text")) : t).trim(), r = this.state.open?.index;
		n ? t === gf && r && Fn(r, n) ? this.wrong = P.reasonName : this.#l({
			kind: "reason",
			reason: n
		}) : this.wrong = P.reasonNone;
	}
	#c(e) {
		e.preventDefault(), this.state.keep.working || this.#l(this.state.keep.dialog?.kind === "restore" ? {
			kind: "restore",
			accept: !1
		} : { kind: "close" });
	}
	#l(e) {
		N(this, "rw-keep-news", e);
	}
});
// styles/report.ts
var _f = c` .finding { font-size: 1.125rem; font-weight: 600; } .asked { gap: 0.5rem 1rem; align-items: end; } .asked .check { min-height: 2.25rem; } ul.facts { display: grid; gap: 0.25rem; padding-inline-start: 1.25rem; font-size: 0.9375rem; }
`;
// elements/segmented.ts
function F({ label: e, values: t, current: n, name: r, choose: i, small: a }) {
	return h`<div class="segmented" role="group" aria-label=${e}> ${t.map((e) => h`<button type="button" class=${a ? "small" : _} aria-pressed=${e === n} @click=${() => i(e)}> ${r(e)} </button>`)} </div>`;
}
// elements/rw-view-attendance/rw-view-attendance.styles.ts
var vf = c` :host { container: attendance / inline-size; } .tiles { grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr)); } .field { justify-items: start; } .tile { padding: 0.625rem 0.75rem; display: grid; align-content: start; gap: 0.125rem; } .tile .value { font-size: 1.5rem; line-height: 1.25; font-weight: 650; } .tile span { color: var(--rw-muted); font-size: 0.8125rem; line-height: 1.3; } .two { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); align-items: start; } ul.visits { display: grid; } ul.visits li { display: grid; gap: 0.125rem; padding-block: 0.5rem; border-block-end: 1px solid var(--rw-border); } ul.visits .what { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; } .chance { font-weight: 600; } .helps { font-size: 0.875rem; } tbody th { font-weight: 400; min-inline-size: 6rem; } th.number { white-space: normal; vertical-align: bottom; } tbody th small { display: block; color: var(--rw-muted); font-size: 0.8125rem; } .never { border-inline-start: 4px solid var(--rw-good); } @container attendance (min-width: 60rem) { .two { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
`;
// charts/scale.ts
function yf(e, t, n = 5) {
	if (!(t > e)) return [e];
	let r = (t - e) / Math.max(1, n - 1), i = 10 ** Math.floor(Math.log10(r)), a = ([
		1,
		2,
		2.5,
		5,
		10
	].find((e) => e * i >= r) ?? 10) * i, o = Math.floor(e / a), s = Math.ceil(t / a);
	return Array.from({ length: s - o + 1 }, (e, t) => (o + t) * a + 0);
}
function bf(e, t) {
	let n = e[1] - e[0] || 1;
	return (r) => t[0] + (r - e[0]) / n * (t[1] - t[0]);
}
function xf(e, t, n) {
	let r = e.map((e, t) => ({
		at: e,
		index: t
	})).sort((e, t) => e.at - t.at), i = n[0] - t;
	for (let e of r) e.at = Math.max(e.at, i + t), i = e.at;
	let a = n[1] + t;
	for (let e of [...r].reverse()) e.at = Math.min(e.at, a - t), a = e.at;
	let o = [...e];
	for (let e of r) o[e.index] = e.at;
	return o;
}
function Sf(e) {
	return e.map(([e, t], n) => `${n === 0 ? "M" : "L"}${e.toFixed(1)} ${t.toFixed(1)}`).join("");
}
function Cf(e, t) {
	return `${Sf([...e, ...[...t].reverse()])}Z`;
}
// styles/charts.ts
var wf = c` figure { display: grid; gap: 0.5rem; } svg { display: block; inline-size: 100%; block-size: auto; overflow: visible; } .grid { stroke: var(--rw-border); } .zero { stroke: var(--rw-control); } text { fill: var(--rw-muted); font: 12px system-ui, sans-serif; font-variant-numeric: tabular-nums; } .line { fill: none; stroke: var(--color); stroke-width: 2; } .band { fill: var(--color); opacity: 0.12; } .name { fill: var(--color); font-weight: 600; } .keys { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; font-size: 0.8125rem; } .keys svg { inline-size: 2rem; block-size: 0.5rem; } .keys li { display: flex; gap: 0.375rem; align-items: center; }
`, Tf = class extends v {
	static {
		this.properties = {
			caption: { attribute: !1 },
			label: { attribute: !1 },
			format: { attribute: !1 },
			width: { state: !0 },
			table: { state: !0 }
		};
	}
	#e;
	connectedCallback() {
		super.connectedCallback(), this.#e = new ResizeObserver(([e]) => {
			let t = Math.round(e?.contentRect.width ?? 0);
			t > 0 && t !== this.width && (this.width = t);
		}), this.#e.observe(this);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), this.#e?.disconnect();
	}
	figure() {
		return h`<figure> ${this.caption ? h`<figcaption>${this.caption}</figcaption>` : _} ${this.drawn()} <div> <button type="button" class="small" aria-expanded=${this.table ? "true" : "false"} @click=${() => this.table = !this.table}> ${this.table ? O.charts.hideTable : O.charts.showTable} </button> </div> ${this.table ? h`<div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table(this.label)}> <table> <caption> ${this.label} </caption> ${this.rows()} </table> </div>` : _} </figure>`;
	}
	get spoken() {
		return [this.label, this.caption].filter(Boolean).join(". ");
	}
}, Ef = 380, [Df, Of, kf, Af] = [
	56,
	10,
	12,
	44
];
y("rw-calibration", class extends Tf {
	static {
		this.properties = {
			...Tf.properties,
			points: { attribute: !1 }
		};
	}
	static {
		this.sheet = [wf, c` svg { max-inline-size: 380px; } .span { stroke: var(--rw-accent); stroke-width: 2; } .dot { fill: var(--rw-accent); } .same { stroke: var(--rw-text); stroke-dasharray: 5 4; } `];
	}
	render() {
		return !this.points || this.points.length === 0 ? _ : this.figure();
	}
	drawn() {
		let e = Math.min(Ef, this.width ?? Ef), t = yf(0, Math.max(.01, ...this.points.flatMap((e) => [e.predicted, e.high])), 5), n = t.at(-1) ?? 1, r = bf([0, n], [Df, e - kf]), i = bf([0, n], [e - Af, Of]);
		return h`<svg viewBox="0 0 ${e} ${e}" role="img" aria-label=${this.spoken}> ${t.map((t) => g`<line class=${t === 0 ? "zero" : "grid"} x1=${Df} x2=${e - kf} y1=${i(t)} y2=${i(t)}></line> <text x=${Df - 8} y=${i(t) + 4} text-anchor="end">${this.format(t)}</text> <text x=${r(t)} y=${e - Af + 18} text-anchor="middle">${this.format(t)}</text>`)} <line class="same" x1=${r(0)} y1=${i(0)} x2=${r(n)} y2=${i(n)}></line> ${this.points.map((e) => g`<line class="span" x1=${r(e.predicted)} x2=${r(e.predicted)} y1=${i(e.low)} y2=${i(e.high)}></line> <circle class="dot" cx=${r(e.predicted)} cy=${i(e.observed)} r="4.5"></circle>`)} <text x=${(Df + e) / 2} y=${e - 6} text-anchor="middle">${O.charts.predicted}</text> <text transform="translate(12 ${(e - Af) / 2}) rotate(-90)" text-anchor="middle">${O.charts.observed}</text> </svg>`;
	}
	rows() {
		return h`<thead> <tr> ${[
			O.charts.visits,
			O.charts.predicted,
			O.charts.observed,
			O.charts.interval
		].map((e) => h`<th scope="col" class="number">${e}</th>`)} </tr> </thead> <tbody> ${this.points.map((e) => h`<tr> <td class="number">${C(e.n)}</td> <td class="number">${this.format(e.predicted)}</td> <td class="number">${this.format(e.observed)}</td> <td class="number">${this.format(e.low)} – ${this.format(e.high)}</td> </tr>`)} </tbody>`;
	}
});
// elements/rw-interval/rw-interval.ts
var jf = 30, Mf = 20, Nf = 26, Pf = 7, Ff = class extends Tf {
	static {
		this.properties = {
			...Tf.properties,
			values: { attribute: !1 },
			reference: { attribute: !1 },
			bars: { type: Boolean },
			zero: { type: Boolean },
			unit: { attribute: !1 }
		};
	}
	static {
		this.sheet = [wf, c` .row-name, .row-text { fill: var(--rw-text); font-size: 13px; } .row-name { paint-order: stroke; stroke: var(--rw-surface); stroke-width: 4px; } .span { stroke: var(--rw-accent); stroke-width: 2.5; } .dot { fill: var(--rw-accent); } .mark { stroke: var(--rw-text); stroke-width: 2; } .bar-up, .bar-down { fill: var(--rw-aggressive); } .bar-down { fill: var(--rw-conservative); } `];
	}
	render() {
		return !this.values || this.values.length === 0 ? _ : this.figure();
	}
	#e(e) {
		return e.text ?? this.format(e.value);
	}
	drawn() {
		let { values: e, reference: t } = this, n = this.width ?? 640, r = n < 480, i = r ? 46 : jf, a = Math.min(150, 8 * Math.max(...e.map((e) => this.#e(e).length))), [o, s] = [(r ? 0 : Math.min(n * .42, Pf * (Math.max(...e.map((e) => e.name.length)) + 1) + 12)) + 6, n - a - 12], c = [
			...e.flatMap((e) => [
				e.value,
				e.low ?? e.value,
				e.high ?? e.value,
				e.mark ?? e.value
			]),
			...t ? [t.value] : [],
			...this.bars || this.zero ? [0] : []
		], l = yf(Math.min(...c), Math.max(...c), n < 400 ? 3 : 5), u = bf([l[0] ?? 0, l.at(-1) ?? 1], [o, s]), d = Mf + e.length * i, f = Math.ceil((Pf * Math.max(...l.map((e) => this.format(e).length)) + 6) / Math.max(1, Math.abs(u(l[1] ?? 1) - u(l[0] ?? 0))));
		return h`<svg viewBox="0 0 ${n} ${d + Nf}" role="img" aria-label=${this.spoken}> ${l.map((e, t) => g`<line class="grid" x1=${u(e)} x2=${u(e)} y1=${Mf} y2=${d}></line> ${t % f === 0 ? g`<text x=${u(e)} y=${d + 18} text-anchor="middle">${this.format(e)}</text>` : _}`)} ${t ? g`<line class=${t.name ? "mark" : "zero"} stroke-dasharray=${t.name ? "3 3" : _} x1=${u(t.value)} x2=${u(t.value)} y1=${Mf} y2=${d}></line> <text x=${u(t.value)} y=${13} text-anchor=${u(t.value) > n * .7 ? "end" : u(t.value) < n * .3 ? "start" : "middle"}>${t.name}</text>` : _} ${e.map((e, t) => this.#t(e, Mf + t * i, r, i, o, n, u))} </svg>`;
	}
	#t(e, t, n, r, i, a, o) {
		let s = t + (n ? r - jf / 2 : r / 2), c = o(this.reference?.value ?? 0), l = o(e.value);
		return g`<text class="row-name" x=${n ? 0 : i - 12} y=${n ? t + 13 : s + 4} text-anchor=${n ? "start" : "end"}>${If(e.name, n ? a : i - 12)}</text> ${this.bars ? g`<rect class=${e.value > (this.reference?.value ?? 0) ? "bar-up" : "bar-down"} x=${Math.min(c, l)} y=${s - 7} width=${Math.max(1, Math.abs(l - c))} height="14"></rect>` : g`${e.low === void 0 || e.high === void 0 ? _ : g`<line class="span" x1=${o(e.low)} x2=${o(e.high)} y1=${s} y2=${s}></line>`} <circle class="dot" cx=${l} cy=${s} r="5"></circle>`} ${e.mark === void 0 ? _ : g`<line class="mark" x1=${o(e.mark)} x2=${o(e.mark)} y1=${s - 9} y2=${s + 9}></line>`} <text class="row-text" x=${a} y=${s + 4} text-anchor="end">${this.#e(e)}</text>`;
	}
	rows() {
		let e = this.values.some((e) => e.low !== void 0);
		return h`<thead> <tr> <td></td> <th scope="col" class="number">${this.unit ?? O.kpis.value}</th> ${e ? h`<th scope="col" class="number">${O.charts.interval}</th>` : _} </tr> </thead> <tbody> ${this.values.map((t) => h`<tr> <th scope="row">${t.name}</th> <td class="number">${this.#e(t)}</td> ${e ? h`<td class="number">${t.low === void 0 || t.high === void 0 ? "" : `${this.format(t.low)} – ${this.format(t.high)}`}</td>` : _} </tr>`)} </tbody>`;
	}
};
function If(e, t) {
	let n = Math.floor(t / Pf);
	return e.length > n ? `${e.slice(0, Math.max(1, n - 1))}…` : e;
}
y("rw-interval", Ff);
// elements/rw-view-attendance/rw-view-attendance.ts
var I = O.attendance, Lf = 10, Rf = class extends v {
	static {
		this.properties = {
			state: { attribute: !1 },
			outcome: { state: !0 },
			factor: { state: !0 },
			by: { state: !0 },
			shown: { state: !0 }
		};
	}
	static {
		this.sheet = [_f, vf];
	}
	render() {
		let { state: e } = this, { open: t } = e;
		if (!t) return h`<div class="stack"><h1 tabindex="-1">${I.title}</h1><p class="muted">${e.busy ?? O.data.nothing}</p></div>`;
		let { report: n, plan: r, running: i } = e.attendance, a = r === e.history.value.plan;
		return h`<div class="stack"> <h1 tabindex="-1">${I.title}</h1> <p class="muted">${I.intro}</p> ${n && a ? this.#t(e, t, n) : this.#e(t, i)} </div>`;
	}
	#e(e, t) {
		return t ? h`<p class="muted" aria-busy="true">${I.learning(C(e.index.clinic.appointments.length))}</p>` : h`<div><button type="button" class="primary" @click=${() => N(this, "rw-attendance", { kind: "load" })}>${I.retry}</button></div>`;
	}
	#t(e, t, n) {
		return n.history.visits === 0 ? h`<div class="card stack tight"> <p>${I.empty}</p> <div><button type="button" @click=${() => N(this, "rw-navigate", { view: "data" })}>${I.addData}</button></div> </div>` : h`${n.expected.seats > 0 ? h`${this.#n(n)} ${this.#r(n)} ${this.#i(e, t, n)}` : h`<p class="card">${I.noPlan}</p>`} <section class="card never stack tight"> <h2>${I.overbooking}</h2> <p class="note">${I.overbookingNote}</p> </section> ${this.#s(n)} ${this.#d(n)} ${this.#p(n)}`;
	}
	#n({ expected: e }) {
		let [t, n] = ht(e.attend, e.attend_sd, e.seats), r = [
			[I.tiles.completion, Vf(e.completion)],
			[I.tiles.attendance, Vf(e.attendance)],
			[I.tiles.no_show_rate, Vf(e.no_show_rate)],
			[[I.tiles.held, I.hoursOf(Bf(e.planned_minutes))], Bf(e.held_minutes)]
		];
		return h`<section class="stack tight"> <p class="finding">${I.finding(C(e.attend), C(e.seats), C(t), C(n))}</p> <p class="note">${I.findingNote}</p> <div class="tiles"> ${r.map(([[e, t], n]) => h`<div class="card tile"><span>${e}</span><b class="value">${n}</b><span>${t}</span></div>`)} </div> </section>`;
	}
	#r({ days: e }) {
		let t = e.map(({ date: e, expected: t }) => {
			let [n, r] = ht(t.attend, t.attend_sd, t.seats);
			return {
				name: x(e, "medium"),
				value: t.attend,
				low: n,
				high: r,
				mark: t.seats,
				text: I.dayText(C(t.attend), C(t.seats))
			};
		}), n = [...e].sort((e, t) => (e.expected.completion ?? 1) - (t.expected.completion ?? 1))[0];
		return h`<section class="card stack tight" aria-labelledby="days"> <h2 id="days">${I.days}</h2> <rw-interval .values=${t} .label=${I.days} .caption=${n ? I.dayCaption(x(n.date, "long"), Vf(n.expected.completion)) : ""} .format=${C} .unit=${I.dayUnit} .reference=${{
			value: 0,
			name: ""
		}} ></rw-interval> </section>`;
	}
	#i(e, t, n) {
		let r = mt(n), i = this.shown ?? Lf;
		return h`<section class="card stack tight" aria-labelledby="help"> <div class="row spread"> <h2 id="help">${I.helpTitle}</h2> <label class="check"> <input type="checkbox" .checked=${e.board.names} @change=${(e) => N(this, "rw-board", { names: e.target.checked })} /> ${O.schedule.names} </label> </div> <p class="note">${I.helpNote(Vf(n.help_from), Vf(n.usual_missing))}</p> ${r.length === 0 ? h`<p>${I.helpNone}</p>` : _} <ul class="plain visits"> ${r.slice(0, i).map((n) => this.#a(e, t, n))} </ul> ${r.length > i ? h`<div><button type="button" class="small" @click=${() => this.shown = i + 30}>${I.more(Math.min(30, r.length - i))}</button></div>` : _} </section>`;
	}
	#a(e, t, { session: n, seat: r, missing: i, help: a }) {
		let { index: o } = t, s = [
			Ht(n.start),
			o.services.get(n.service)?.name ?? n.service,
			j(o, "clinician", n.clinician)
		].join(", "), c = e.board.names ? j(o, "patient", r.patient) : "", l = r.scores.find((e) => e.outcome === "no_show");
		return h`<li> <span class="what"> <button type="button" class="link" aria-label=${I.open(s)} @click=${() => this.#o(n.session)}>${s}</button> <span class="chance">${I.missed(E(i))}</span> </span> <span class="note">${[c, l ? I.noShow(E(l.probability), E(l.low), E(l.high)) : ""].filter(Boolean).join(" · ")}</span> <span class="helps"> ${a.map((e, t) => h`${t > 0 ? " · " : _}<b>${I.help[e.kind]}</b>${e.missing_then === void 0 ? _ : h` (${I.then(E(e.missing_then))})`}`)} </span> </li>`;
	}
	#o(e) {
		N(this, "rw-navigate", { view: "schedule" }), N(this, "rw-select", {
			session: e,
			focus: "panel"
		});
	}
	#s(e) {
		let t = e.outcomes.find((e) => e.outcome === (this.outcome ?? "no_show")) ?? e.outcomes[0];
		return h`<section class="card stack" aria-labelledby="quality"> <div class="row spread"> <h2 id="quality">${I.quality}</h2> ${F({
			label: I.outcome,
			values: [...e.outcomes].reverse().map((e) => e.outcome),
			current: t?.outcome ?? "no_show",
			name: (e) => I.outcomes[e],
			choose: (e) => {
				this.outcome = e, this.factor = void 0;
			},
			small: !0
		})} </div> ${t ? h`<p>${M(Wt(t.statement))} ${I.source(I.sources[t.source])}</p> ${t.evaluation ? this.#c(t, t.evaluation) : h`<p class="note">${I.noEvaluation}</p>`} ${(t.effects ?? []).length > 0 ? this.#l(e, t) : _}` : _} </section>`;
	}
	#c(e, t) {
		let { model: n, baseline: r } = t, i = e.source === "model" ? n : r, a = i.calibration.filter((e) => e.low <= e.predicted && e.predicted <= e.high).length, o = [
			"auc",
			"brier",
			"log_loss",
			"calibration_error"
		], s = (e) => e === void 0 ? O.scenarios.unknown : T(e, 3);
		return h`<div class="two"> <div class="stack tight"> <h3>${I.calibration}</h3> <rw-calibration .points=${i.calibration} .label="${I.calibration}, ${I.outcomes[e.outcome]}" .caption=${I.calibrationCaption(T(i.calibration_error * 100), a, i.calibration.length)} .format=${(e) => E(e, 0)} ></rw-calibration> </div> <div class="stack tight"> <p class="note">${I.held(C(t.n), C(t.events))}</p> <div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table(I.quality)}> <table> <thead> <tr> <td></td> <th scope="col" class="number">${I.qualityColumns[1]}</th> <th scope="col" class="number">${I.qualityColumns[2]}</th> </tr> </thead> <tbody> ${o.map((e) => h`<tr> <th scope="row">${I.measures[e][0]}<small>${I.measures[e][1]}</small></th> <td class="number">${s(n[e])}</td> <td class="number">${s(r[e])}</td> </tr>`)} </tbody> </table> </div> <p class="note">${I.gain(T(t.gain, 4), T(t.gain_low, 4), T(t.gain_high, 4))}</p> ${e.recalibration ? h`<p class="note">${I.recalibrated(C(e.recalibration.n))}</p>` : _} </div> </div>`;
	}
	#l(e, t) {
		let n = t.effects ?? [], r = e.factors.filter((e) => n.filter((t) => t.factor === e.id).length > 1), i = r.find((e) => e.id === this.factor) ?? r[0];
		if (!i) return h``;
		let a = n.filter((e) => e.factor === i.id), o = [...a].sort((e, t) => t.log_odds - e.log_odds), s = a.map((e) => ({
			name: this.#u(i.id, e.band),
			value: e.log_odds,
			text: I.effectText(T(Math.exp(e.log_odds), 2), C(e.n))
		}));
		return h`<div class="stack tight"> <h3>${I.effects}</h3> <div class="field"> <label for="factor">${I.factor}</label> <select id="factor" @change=${(e) => this.factor = e.target.value}> ${r.map((e) => h`<option value=${e.id} ?selected=${e === i}>${oi(e.name)}</option>`)} </select> </div> <rw-interval bars .values=${s} .label="${I.effects}: ${A(i.name)}" .caption=${I.effectsCaption(this.#u(i.id, o[0]?.band ?? ""), this.#u(i.id, o.at(-1)?.band ?? ""))} .format=${(e) => w(e, 2)} ></rw-interval> <p class="note">${I.effectsNote}</p> </div>`;
	}
	#u(e, t) {
		let n = this.state.open?.index;
		return (e === "service" ? n?.services : e === "site" ? n?.sites : void 0)?.get(t)?.name ?? A(t);
	}
	#d(e) {
		let t = e.groups.find((t) => t.by === (this.by ?? e.groups[0]?.by));
		return h`<section class="card stack tight" aria-labelledby="groups"> <h2 id="groups">${I.groups}</h2> ${t ? h`<div class="row"> ${F({
			label: I.by,
			values: e.groups.map((e) => e.by),
			current: t.by,
			name: (e) => k(I.groupings, e) ?? e,
			choose: (e) => this.by = e,
			small: !0
		})} </div> ${this.#f(t)}` : h`<p>${I.noGroups}</p>`} <p class="note">${I.groupsNote}</p> </section>`;
	}
	#f(e) {
		let t = (t) => (e.by === "site" ? this.#u("site", t) : e.by === "language" ? zf(t) : Zr(t)) || I.unstated, n = e.cells.flatMap(({ group: e, figures: n }) => n ? [{
			name: t(e),
			figures: n
		}] : []), r = e.cells.filter((e) => e.hidden).length, i = n.map(({ name: e, figures: t }) => ({
			name: e,
			value: t.ratio,
			low: t.ratio_low,
			high: t.ratio_high,
			text: I.groupText(T(t.ratio, 2), I.people(t.people))
		}));
		return h`${n.length > 0 ? h`<rw-interval .values=${i} .label="${I.groups}, ${k(I.groupings, e.by) ?? e.by}" .caption=${ai(e.statement)} .format=${(e) => w(e, 2)} .reference=${{
			value: 1,
			name: I.asPredicted
		}} ></rw-interval> <p class="note">${I.flagged}: ${n.map((e) => I.flaggedOf(e.name, E(e.figures.flagged))).join("; ")}.</p>` : h`<p>${I.noGroups}</p>`} ${r > 0 ? h`<p class="note">${I.hidden(r)}</p>` : _}`;
	}
	#p({ history: e, limits: t }) {
		return h`<section class="card stack tight" aria-labelledby="limits"> <h2 id="limits">${I.limits}</h2> <ul class="facts"> ${t.map((e) => h`<li lang=${Hr(e)}>${M(e)}</li>`)} </ul> <h3>${I.history}</h3> <p class="note"> ${I.learned(C(e.visits), x(e.from ?? e.to, "date"), x(e.to, "date"))} ${I.leftOut(C(e.cancelled_early), C(e.unresolved), C(e.unknown))} </p> </section>`;
	}
};
function zf(e) {
	return /^[a-z]{2,3}(-[A-Za-z]+)?$/.test(e) ? new Intl.DisplayNames(Pt(), { type: "language" }).of(e) ?? e : e;
}
function Bf(e) {
	return S(Math.round(e / 60) * 60);
}
function Vf(e) {
	return e === void 0 ? O.kpis.notComputable : E(e, 0);
}
y("rw-view-attendance", Rf);
// elements/rw-columns/rw-columns.ts
var Hf = O.data;
y("rw-columns", class extends v {
	static {
		this.properties = {
			importing: { attribute: !1 },
			profiles: { attribute: !1 }
		};
	}
	static {
		this.sheet = c` .samples { color: var(--rw-muted); overflow-wrap: anywhere; } .inside { padding-block-end: 0.75rem; } td select { inline-size: 100%; min-inline-size: 8rem; } .ask { align-items: end; } `;
	}
	render() {
		let { importing: e } = this;
		return h`<div class="stack tight"> ${this.#e(e)} ${this.#t(e)} ${xo(e.reply.columns).map((t) => this.#n(e, t))} </div>`;
	}
	#e({ reply: e }) {
		let t = e.profiles.filter((t) => t.applied || !e.profiles.some((e) => e.applied && e.file === t.file));
		return t.length === 0 ? _ : h`<section class="stack tight" aria-label=${Hf.profiles}> ${t.map((e) => {
			let t = this.profiles.some((t) => t.name === e.profile.name);
			return h`<div class="row"> <p>${e.file}: ${e.applied ? Hf.readBy(e.profile.name) : Hf.looksLike(e.profile.name, e.share)}</p> ${e.applied || !e.shipped ? _ : h`<button type="button" class="small" @click=${() => N(this, "rw-bring", {
				kind: "profile",
				profile: e.profile
			})}>${Hf.useProfile}</button>`} ${t ? h`<button type="button" class="small" @click=${() => N(this, "rw-bring", {
				kind: "forget_profile",
				name: e.profile.name
			})}>${Hf.forgetProfile}</button>` : _} </div>`;
		})} </section>`;
	}
	#t({ options: e }) {
		let t = (t) => N(this, "rw-bring", {
			kind: "read",
			dates: e.dates,
			decimal: e.decimal,
			...t
		}), n = (e) => e.target.value;
		return h`<div class="row ask"> <div class="field"> <label for="dates">${Hf.dates}</label> <select id="dates" @change=${(e) => t({ dates: n(e) === "auto" ? void 0 : n(e) })}> ${[
			"auto",
			"month_first",
			"day_first"
		].map((t) => h`<option value=${t} ?selected=${(e.dates ?? "auto") === t}>${Hf.dateOrders[t]}</option>`)} </select> </div> <div class="field"> <label for="decimal">${Hf.decimal}</label> <select id="decimal" @change=${(e) => t({ decimal: n(e) === "auto" ? void 0 : n(e) })}> ${[
			"auto",
			"point",
			"comma"
		].map((t) => h`<option value=${t} ?selected=${(e.decimal ?? "auto") === t}>${Hf.decimalMarks[t]}</option>`)} </select> </div> </div>`;
	}
	#n(e, t) {
		let { reply: n } = e, r = n.fields.find((e) => e.table === t.table)?.fields ?? [], i = n.counts.find((e) => e.table === t.table), a = i ? Hf.rowsUsed(i.used, i.used + i.left_out) : "", o = t.columns.filter((e) => e.field).length;
		return h`<details> <summary>${t.file}: ${Hf.intoTable(t.table, a, o, t.columns.length)}</summary> <div class="stack tight inside"> <div class="scroll" tabindex="0" role="region" aria-label=${t.file}> <table> <thead> <tr> <th scope="col">${Hf.column}</th> <th scope="col">${Hf.field}</th> <th scope="col">${Hf.preview}</th> </tr> </thead> <tbody> ${t.columns.map((e) => h`<tr> <th scope="row">${e.column}</th> <td> <select aria-label=${Hf.fieldOf(e.column)} @change=${(n) => N(this, "rw-bring", {
			kind: "map",
			table: t.table,
			column: e.column,
			field: n.target.value || void 0
		})} > <option value="" ?selected=${!e.field}>${Hf.ignored}</option> ${r.map((t) => h`<option value=${t} lang="en" ?selected=${e.field === t}>${t.replaceAll("_", " ")}</option>`)} </select> </td> <td class="samples">${e.samples.slice(0, 5).join(" · ")}</td> </tr>`)} </tbody> </table> </div> <form class="row ask" @keydown=${this.#r} data-file=${t.file} data-table=${t.table}> <div class="field"> <label for="source-${t.table}">${Hf.profileName}</label> <input id="source-${t.table}" name="source" required maxlength="60" autocomplete="off" /> </div> <button type="button" @click=${this.#r}>${Hf.saveProfile}</button> </form> </div> </details>`;
	}
	#r = df((e) => {
		let t = String(new FormData(e).get("source") ?? "").trim(), { file: n = "", table: r = "" } = e.dataset;
		t && N(this, "rw-bring", {
			kind: "save_profile",
			name: t,
			file: n,
			table: r
		});
	});
});
// elements/rw-issues/rw-issues.ts
var Uf = 50;
y("rw-issues", class extends v {
	static {
		this.properties = {
			issues: { attribute: !1 },
			only: { state: !0 },
			limit: { state: !0 }
		};
	}
	static {
		this.sheet = c` .sign { font-weight: 600; white-space: nowrap; } td { overflow-wrap: anywhere; min-inline-size: 6rem; } :host { container: issues / inline-size; } small { display: none; } @container issues (max-width: 34rem) { .action { display: none; } small { display: block; color: var(--rw-muted); font-size: 0.8125rem; } td { min-inline-size: 4rem; } } .scroll { max-block-size: 28rem; } `;
	}
	render() {
		if (!this.issues) return _;
		let e = this.issues.filter((e) => e.severity === "error").length, t = this.issues.filter((e) => e.severity === "warning").length;
		if (this.issues.length === 0) return h`<p class="good">${O.data.noIssues}</p>`;
		let n = Co(this.issues).filter((e) => !this.only || e.severity === this.only), r = n.slice(0, this.limit ?? Uf);
		return h`<div class="stack tight"> <div class="row spread"> <p>${O.data.issueCount(e, t)}</p> <div class="row"> ${F({
			label: O.data.severityFilter,
			values: [
				void 0,
				"error",
				"warning",
				"note"
			],
			current: this.only,
			name: (e) => e ? O.data.severity[e] : O.data.all,
			choose: (e) => this.only = e,
			small: !0
		})} <button type="button" class="small" @click=${() => N(this, "rw-download", {
			what: "issues",
			format: "csv"
		})}> ${O.data.downloadIssues} </button> </div> </div> <div class="scroll" tabindex="0" role="region" aria-label=${O.data.issueList}> <table> <thead> <tr> <th scope="col">${O.data.kind}</th> <th scope="col">${O.data.where}</th> <th scope="col">${O.data.cause}</th> <th scope="col" class="action">${O.data.action}</th> </tr> </thead> <tbody> ${r.map((e) => this.#e(e))} </tbody> </table> ${n.length > r.length ? h`<button type="button" class="small" @click=${() => this.limit = (this.limit ?? Uf) + Uf}> ${O.data.more(Math.min(Uf, n.length - r.length))} </button>` : _} </div> </div>`;
	}
	#e(e) {
		let t = e.severity === "error" ? "bad" : e.severity === "warning" ? "warn" : "muted", n = [
			k(O.ids, e.table) ?? e.table,
			e.row === void 0 ? "" : `${O.data.row} ${e.row}`,
			e.id ?? "",
			e.field ?? ""
		];
		return h`<tr> <td class="sign ${t}">${O.data.severity[e.severity]}</td> <td>${n.filter(Boolean).join(", ")}</td> <td><span lang=${Hr(e.cause)}>${ai(e.cause)}</span><small lang=${Hr(e.action)}>${ai(e.action)}</small></td> <td class="action" lang=${Hr(e.action)}>${ai(e.action)}</td> </tr>`;
	}
});
// elements/rw-consents/rw-consents.ts
var Wf = O.share;
y("rw-consents", class extends v {
	static {
		this.properties = { state: { attribute: !1 } };
	}
	static {
		this.sheet = c` ul { display: grid; gap: 0.5rem; margin: 0.5rem 0 0; padding: 0; list-style: none; } li { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; justify-content: space-between; } select { max-inline-size: 100%; } `;
	}
	render() {
		let { open: e, share: t } = this.state;
		if (!e) return _;
		let { clinic: n } = e.index, r = new Set(n.consents.map((e) => e.patient));
		return h`<details> <summary>${Wf.consents}</summary> <p class="note">${Wf.consentsIntro}</p> <div class="field"> <label for="patient">${Wf.ofPatient}</label> <select id="patient" @change=${(e) => N(this, "rw-share", {
			kind: "patient",
			patient: e.target.value
		})}> ${t.patient === void 0 ? h`<option value="" selected disabled>${Wf.choosePatient}</option>` : _} ${n.patients.map((e) => h`<option value=${e.id} ?selected=${e.id === t.patient}>${e.name || e.id}${r.has(e.id) ? "" : ` (${Wf.none})`}</option>`)} </select> </div> ${t.patient === void 0 ? _ : this.#e(e, t.patient)} </details>`;
	}
	#e(e, t) {
		let n = ma(e.index, t, pa(e.index.clinic.settings, /* @__PURE__ */ new Date()).slice(0, 10));
		return n.length === 0 ? h`<p>${Wf.noConsent}</p>` : h`<ul> ${n.map(({ row: e, holds: t }) => h`<li>${this.#t(e, t)}</li>`)} </ul>`;
	}
	#t(e, t) {
		let n = e.purposes.map((e) => Wf.purposes[e]).join(", "), r = Wf.consent(e.recipient, n, x(e.given, "date"), e.until ? x(e.until, "date") : void 0);
		return t ? h`<span>${r}</span><button type="button" class="small" aria-label=${Wf.revokeThis(r)} @click=${() => N(this, "rw-share", {
			kind: "revoke",
			consent: e.id
		})}>${Wf.revoke}</button>` : h`<span class="muted">${r}</span><span class="muted">${e.revoked ? Wf.revokedOn(x(e.revoked.slice(0, 10), "date")) : Wf.ended}</span>`;
	}
});
// elements/rw-table/cells.ts
function Gf(e) {
	let t = /* @__PURE__ */ new Set();
	for (let n of e.slice(0, 200)) for (let e of Object.keys(n)) t.add(e);
	return [...t];
}
function Kf(e) {
	return e == null ? "" : typeof e == "boolean" ? e ? "yes" : "no" : Array.isArray(e) ? e.map(Kf).join(", ") : typeof e == "object" ? JSON.stringify(e) : String(e).replace("T", /^\d{4}-\d\d-\d\dT/.test(String(e)) ? " " : "T");
}
// elements/rw-table/rw-table.ts
var qf = 25;
y("rw-table", class extends v {
	static {
		this.properties = {
			rows: { attribute: !1 },
			label: { attribute: !1 },
			page: { state: !0 },
			find: { state: !0 }
		};
	}
	static {
		this.sheet = c` .scroll { border: 1px solid var(--rw-border); border-radius: 10px; background: var(--rw-surface); max-block-size: 34rem; } table { inline-size: max-content; min-inline-size: 100%; } th, td { padding: 0.375rem 0.75rem; max-inline-size: 30rem; overflow-wrap: anywhere; } thead th { position: sticky; inset-block-start: 0; background: var(--rw-surface); white-space: nowrap; } input { inline-size: 14rem; } `;
	}
	willUpdate(e) {
		e.has("rows") && (this.page = 0, this.find = "");
	}
	render() {
		if (!this.rows) return _;
		let e = Gf(this.rows), t = (this.find ?? "").trim().toLowerCase(), n = t ? this.rows.filter((n) => e.some((e) => Kf(n[e]).toLowerCase().includes(t))) : this.rows, r = (this.page ?? 0) * qf, i = n.slice(r, r + qf);
		return h`<div class="stack tight"> <div class="row spread"> <label class="row" >${O.data.filter} <input type="search" autocomplete="off" .value=${this.find ?? ""} @input=${this.#e} /> </label> <div class="row"> <span class="note">${O.data.shown(n.length === 0 ? 0 : r + 1, r + i.length, n.length)}</span> <button type="button" class="small" aria-disabled=${r === 0} @click=${() => this.page = Math.max(0, (this.page ?? 0) - 1)}>${O.data.previous}</button> <button type="button" class="small" aria-disabled=${r + qf >= n.length} @click=${() => this.page = (this.page ?? 0) + +(r + qf < n.length)}> ${O.data.next} </button> </div> </div> <div class="scroll" tabindex="0" role="region" aria-label=${this.label}> <table> <thead> <tr> ${e.map((e) => h`<th scope="col" lang="en">${e.replaceAll("_", " ")}</th>`)} </tr> </thead> <tbody> ${i.map((t) => h`<tr>${e.map((e) => h`<td>${Kf(t[e])}</td>`)}</tr>`)} </tbody> </table> </div> </div>`;
	}
	#e(e) {
		this.find = e.target.value, this.page = 0;
	}
});
// elements/rw-share/rw-share.ts
var L = O.share, Jf = [...ua, "calendar"], Yf = 40;
y("rw-share", class extends v {
	static {
		this.properties = { state: { attribute: !1 } };
	}
	static {
		this.sheet = c` .segmented { flex-wrap: wrap; } blockquote { margin: 0; padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--rw-border); } pre { margin: 0; max-block-size: 20rem; overflow: auto; font-size: 0.8125rem; } ul { margin: 0; padding-inline-start: 1.25rem; } select { max-inline-size: 100%; } `;
	}
	render() {
		let { open: e, share: t } = this.state;
		if (!e) return _;
		let n = t.of?.clinic === e.index && t.of.kind === t.kind && t.of.calendar === t.calendar;
		return h`<section class="card stack tight" aria-labelledby="title" aria-busy=${t.running ? "true" : "false"}> <h2 id="title">${L.title}</h2> <p class="note">${L.intro}</p> <div class="no-print"> ${F({
			label: L.choose,
			values: Jf,
			current: n ? t.kind : void 0,
			name: (e) => e === void 0 ? "" : L.kinds[e],
			choose: (e) => e !== void 0 && N(this, "rw-share", {
				kind: "look",
				what: e
			}),
			small: !0
		})} </div> ${n && t.kind === "calendar" ? this.#r(e, t.calendar) : _} ${n && t.running ? h`<p class="muted">${L.working}</p>` : _} ${n && t.list && t.kind !== "calendar" ? this.#e(t.list, t.kind ?? "reminders") : _} ${n && t.file && t.kind === "calendar" ? this.#n(t.file, t.calendar) : _} <rw-consents class="no-print" .state=${this.state}></rw-consents> </section>`;
	}
	#e(e, t) {
		let n = e.rows.map((t) => Object.fromEntries(e.header.map((e, n) => [e, t[n] ?? ""]))), r = n.filter((e) => e.differs === "yes"), i = t === "billing" ? [...r, ...n.filter((e) => e.differs !== "yes")] : n;
		return h`<p>${L.about[t]}</p> <p><b>${L.rows(i.length, x(e.from, "date"), x(e.until, "date"))}</b></p> ${t === "billing" && i.length > 0 ? h`<p class=${r.length > 0 ? "warn" : "good"}>${L.differing(r.length)}</p>` : _} ${this.#i(e.left_out)} ${this.#a(e.notice)} ${i.length === 0 ? h`<p>${L.nothing}</p>` : h`<rw-table .rows=${i} .label=${L.kinds[t]}></rw-table> <div><button type="button" class="primary" @click=${() => this.#o(0)}>${L.take}</button></div>`} ${t === "family" && i.length > 0 ? this.#t(e) : _}`;
	}
	#t(e) {
		let t = (t, n) => t[e.header.indexOf(n)] ?? "";
		return h`<h3>${L.invitations}</h3> <ul> ${e.rows.map((e, n) => {
			let r = L.invited(t(e, "contact"), x(t(e, "date")), t(e, "time")), i = (e, t) => h`<button type="button" class="small" aria-label=${L.invitation(r, e)} @click=${() => this.#o(t)}>${e}</button>`;
			return h`<li>${r} ${i(L.text, 1 + 2 * n)} ${i(L.ics, 2 + 2 * n)}</li>`;
		})} </ul>`;
	}
	#n(e, t) {
		let n = e.text.split("\r\n");
		return h`<p class="note">${t === "complete" ? L.completeNote : t === "busy" ? L.busyNote : L.calendarNote}</p> <p><b>${L.entries(e.count)}</b></p> ${this.#i(e.left_out)} ${this.#a(e.notice)} <details> <summary>${L.firstLines}</summary> <pre tabindex="0">${n.slice(0, Yf).join("\n")}</pre> </details> <div><button type="button" class="primary" @click=${() => this.#o(0)}>${L.takeCalendar}</button></div>`;
	}
	#r(e, t) {
		let n = (e, n) => h`<option value=${e} ?selected=${e === t}>${n}</option>`, { clinicians: r, rooms: i } = e.index.clinic;
		return h`<div class="field"> <label for="whose">${L.whose}</label> <select id="whose" @change=${(e) => N(this, "rw-share", {
			kind: "calendar",
			calendar: e.target.value
		})}> ${Object.entries(L.calendars).map(([e, t]) => n(e, t))} <optgroup label=${L.clinicians}>${r.map((e) => n(`clinician:${e.id}`, e.name))}</optgroup> <optgroup label=${L.rooms}>${i.map((e) => n(`room:${e.id}`, e.name))}</optgroup> </select> </div>`;
	}
	#i(e) {
		if (e.length === 0) return h`<p class="note">${L.noneLeftOut}</p>`;
		let t = e.map((e) => ({
			[L.columns.session]: e.session,
			[L.columns.patient]: e.patient ?? "",
			[L.columns.reason]: e.reason.replaceAll("`", "")
		}));
		return h`<details> <summary class="warn">${L.leftOut(e.length)}: ${ha(e).map(({ reason: e, count: t }) => L.reason(e, t)).join("; ")}</summary> <rw-table .rows=${t} .label=${L.leftOutTable}></rw-table> </details>`;
	}
	#a(e) {
		return e ? h`<div> <p class="note">${L.notice}</p> <blockquote>${e}</blockquote> </div>` : _;
	}
	#o(e) {
		N(this, "rw-share", {
			kind: "take",
			file: e
		});
	}
});
// elements/rw-merge/rw-merge.ts
var R = O.merge, Xf = [
	"added",
	"same",
	"changed",
	"seated",
	"kept",
	"left_out"
], Zf = 20;
y("rw-merge", class extends v {
	static {
		this.properties = {
			importing: { attribute: !1 },
			index: { attribute: !1 },
			limit: { state: !0 }
		};
	}
	static {
		this.sheet = c` li { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; padding-block: 0.5rem; border-block-end: 1px solid var(--rw-border); overflow-wrap: anywhere; } li > div:first-child { flex: 1 1 16rem; min-inline-size: 0; } td { overflow-wrap: anywhere; } `;
	}
	render() {
		let { merge: e } = this.importing ?? {};
		if (!e) return h`<p class="muted">${R.looking}</p>`;
		let t = e.counts.reduce((e, t) => e + t.added + t.changed + t.seated, 0);
		return h`<div class="stack"> <div class="row"> ${t > 0 ? h`<button type="button" class="primary" @click=${() => N(this, "rw-bring", { kind: "add" })}>${R.add(t)}</button>` : h`<p class="good">${R.nothing}</p>`} <button type="button" @click=${() => N(this, "rw-bring", { kind: "report" })}>${R.report}</button> </div> <p class="note">${R.note}</p> ${this.#e(e)} ${this.#t(e)} ${this.#n(e)} ${this.#a(e)} </div>`;
	}
	#e(e) {
		let t = Xf.filter((t) => e.counts.some((e) => e[t] > 0));
		return h`<div class="scroll" tabindex="0" role="region" aria-label=${R.counts}> <table> <thead> <tr> <th scope="col">${R.table}</th> ${t.map((e) => h`<th scope="col" class="number">${R.columns[e]}</th>`)} </tr> </thead> <tbody> ${e.counts.map((e) => h`<tr> <th scope="row">${Zr(e.table)}</th> ${t.map((t) => h`<td class="number">${C(e[t])}</td>`)} </tr>`)} </tbody> </table> </div> ${t.includes("kept") ? h`<p class="note">${R.settings}</p>` : _}`;
	}
	#t(e) {
		return e.pairs.length === 0 && e.unasked === 0 ? _ : h`<section class="stack tight"> <h3>${R.questions}</h3> <p class="note">${R.questionsNote}</p> <ul class="plain"> ${e.pairs.slice(0, this.limit ?? Zf).map((e) => h`<li> <div> <p>${Zr(e.table)}: ${R.pair(e.incoming, e.present)}</p> <p class="note">${ai(e.what)} ${R.from(e.origin.file, e.origin.row)}</p> </div> ${this.#r(e, R.same, R.apart, e.incoming)} </li>`)} </ul> ${this.#i(e.pairs.length)} ${e.unasked > 0 ? h`<p class="warn">${R.unasked(e.unasked)}</p>` : _} </section>`;
	}
	#n(e) {
		return e.groups.length === 0 ? _ : h`<section class="stack tight"> <h3>${R.groups}</h3> <p class="note">${R.groupsNote}</p> <ul class="plain"> ${e.groups.slice(0, this.limit ?? Zf).map((e) => {
			let t = this.index.services.get(e.service)?.name ?? e.service, n = R.group(Ht(e.start), t, j(this.index, "clinician", e.clinician), e.patients.length);
			return h`<li> <div> <p>${n}</p> <p class="note">${e.patients.join(", ")}</p> </div> ${this.#r(e, R.one, R.single, n)} </li>`;
		})} </ul> ${this.#i(e.groups.length)} </section>`;
	}
	#r(e, t, n, r) {
		return F({
			label: r,
			values: [!0, !1],
			current: e.yes,
			name: (e) => e ? t : n,
			choose: (t) => N(this, "rw-bring", {
				kind: "answer",
				id: e.id,
				yes: t
			}),
			small: !0
		});
	}
	#i(e) {
		let t = this.limit ?? Zf;
		return e <= t ? _ : h`<div><button type="button" class="small" @click=${() => this.limit = t + Zf}>${R.more(Math.min(Zf, e - t))}</button></div>`;
	}
	#a(e) {
		if (e.changes.length === 0) return _;
		let t = e.changes.slice(0, this.limit ?? Zf);
		return h`<details> <summary>${R.changes(e.num_changed)}</summary> <div class="scroll" tabindex="0" role="region" aria-label=${R.changes(e.num_changed)}> <table> <tbody> ${t.map((e) => h`<tr> <th scope="row">${R.change(e.table, e.key)}</th> <td>${e.fields.map((e) => h`<div>${e.field.replaceAll("_", " ")}: ${e.before || "–"} → ${e.after || "–"}</div>`)}</td> <td class="muted">${R.from(e.origin.file, e.origin.row)}</td> </tr>`)} </tbody> </table> </div> ${this.#i(e.changes.length)} ${e.num_changed > e.changes.length ? h`<p class="note">${R.notListed(e.num_changed - e.changes.length)}</p>` : _} </details>`;
	}
});
// elements/rw-quality/rw-quality.ts
var Qf = O.quality, $f = 10;
y("rw-quality", class extends v {
	static {
		this.properties = {
			state: { attribute: !1 },
			limits: { state: !0 }
		};
	}
	static {
		this.sheet = c` details { border-block-end: 1px solid var(--rw-border); } summary { padding-block: 0.5rem; } .grade { font-weight: 600; } li { display: grid; gap: 0.25rem; padding-block: 0.5rem; border-block-start: 1px solid var(--rw-border); overflow-wrap: anywhere; } .inside { padding-block-end: 0.5rem; } `;
	}
	render() {
		let { quality: e, open: t } = this.state;
		if (!t) return _;
		let { reply: n } = e;
		return h`<section class="card stack tight" aria-labelledby="doubtful" aria-busy=${e.running ? "true" : "false"}> <h2 id="doubtful">${Qf.title}</h2> ${n ? this.#e(mn(n)) : e.running ? h`<p class="muted">${Qf.looking}</p>` : h`<div><button type="button" @click=${() => N(this, "rw-quality", { kind: "load" })}>${Qf.retry}</button></div>`} </section>`;
	}
	#e(e) {
		if (e.length === 0) return h`<p class="good">${Qf.none}</p>`;
		let t = (t) => e.filter((e) => e.grade === t).length;
		return h`<p class="note">${Qf.intro}</p> <p>${Qf.finding(t("error"), t("warning"), t("note"))}</p> <div>${e.map((e) => this.#t(e))}</div>`;
	}
	#t(e) {
		let t = this.limits?.get(e.kind) ?? $f, n = e.grade === "error" ? "bad" : e.grade === "warning" ? "warn" : "muted", r = e.findings.flatMap((e) => e.mends.slice(0, 1));
		return h`<details> <summary><span class="grade ${n}">${Qf.grades[e.grade]}</span> ${Qf.kind(e.kind, e.count)}</summary> <div class="stack tight inside"> <p class="note">${Qf.why(A(e.findings[0]?.why ?? ""))}</p> ${r.length > 1 ? h`<div><button type="button" class="small" @click=${() => this.#r(r, Qf.kind(e.kind, r.length))}>${Qf.all(r.length)}</button></div>` : _} <ul class="plain"> ${e.findings.slice(0, t).map((e) => this.#n(e))} </ul> ${e.findings.length > t ? h`<div> <button type="button" class="small" @click=${() => this.limits = new Map(this.limits ?? []).set(e.kind, t + $f)}> ${Qf.more(Math.min($f, e.findings.length - t))} </button> </div>` : _} ${e.count > e.findings.length ? h`<p class="note">${Qf.notListed(e.count - e.findings.length)}</p>` : _} </div> </details>`;
	}
	#n(e) {
		let t = e.rows.slice(0, 6), n = t.map((e) => Qf.row(e.table, e.row, e.id)).join(", ");
		return h`<li> <p lang=${Hr(e.what)}>${ai(e.what)} <span class="muted">(${Qf.sure[e.sure]})</span></p> ${t.length > 0 ? h`<p class="note">${Qf.rows(n, e.num_rows - t.length)}</p>` : _} ${e.mends.length > 0 ? h`<div class="row"> ${e.mends.map((t) => h`<button type="button" class="small" @click=${() => this.#r([t], ai(e.what))}>${Qf.mend(t)}</button>`)} </div>` : _} </li>`;
	}
	#r(e, t) {
		N(this, "rw-quality", {
			kind: "mend",
			mends: e,
			label: Qf.done(t.replace(/\.$/, ""))
		});
	}
});
// state/reconcile.ts
function ep(e) {
	return e.items.filter((e) => e.conflict && !e.decided).length;
}
function tp(e, t, n) {
	return [
		e.services.get(t.service)?.name ?? t.service,
		t.patient ? n ? j(e, "patient", t.patient) : t.patient : void 0,
		t.seats?.length ? O.reconcile.seats(t.seats.length) : void 0
	].filter(Boolean).join(", ");
}
function np(e, t) {
	if (!t) return O.reconcile.none;
	let n = t.clinicians.map((t) => j(e, "clinician", t)).join(", "), r = t.room ? j(e, "room", t.room) : O.modalities[t.modality];
	return [
		Ht(t.start),
		O.reconcile.minutes(t.minutes),
		n,
		r
	].filter(Boolean).join(", ");
}
function rp(e) {
	return e.theirs ?? e.ours ?? e.base ?? void 0;
}
// elements/rw-reconcile/rw-reconcile.ts
var z = O.reconcile, ip = 25, ap = [
	"conflicts",
	"ours",
	"theirs",
	"all"
];
y("rw-reconcile", class extends v {
	static {
		this.properties = {
			importing: { attribute: !1 },
			index: { attribute: !1 },
			names: { type: Boolean },
			filter: { state: !0 },
			limit: { state: !0 }
		};
	}
	static {
		this.sheet = c` ul.plain > li { display: grid; gap: 0.375rem 1rem; padding-block: 0.75rem; border-block-end: 1px solid var(--rw-border); overflow-wrap: anywhere; } .head { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; justify-content: space-between; } dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.125rem 0.75rem; font-size: 0.875rem; } dt { color: var(--rw-muted); } ul.rules { padding-inline-start: 1.25rem; font-size: 0.875rem; } .taken { font-weight: 600; } `;
	}
	render() {
		let { reconcile: e, reply: t } = this.importing;
		if (!e) {
			let e = !t.counts.some((e) => e.table === "appointments" && e.used > 0);
			return h`<p class=${e ? "warn" : "muted"}>${e ? z.noSchedule : z.looking}</p>`;
		}
		return h`<div class="stack"> ${this.#e(e)} ${this.#t(e)} ${this.#r(e)} ${this.#i(e)} </div>`;
	}
	#e(e) {
		let { covers: t } = e;
		return h`<div class="stack tight"> <p>${e.items.length === 0 ? z.same : z.finding(ep(e), e.items.length, e.unchanged)}</p> <p class="note">${z.covers(x(t.from), x(t.until))} ${e.outside > 0 ? z.outside(e.outside) : _}</p> </div>`;
	}
	#t(e) {
		if (e.items.length === 0) return _;
		let t = this.filter ?? (e.items.some((e) => e.conflict) ? "conflicts" : "all"), n = e.items.filter((e) => t === "all" || (t === "conflicts" ? e.conflict : !e.conflict && e.take === t)), r = this.limit ?? ip, i = (e) => h`<button type="button" class="small" @click=${() => N(this, "rw-bring", {
			kind: "decide",
			ids: n.map((e) => e.id),
			take: e
		})} > ${z.takeAll(e === "ours" ? z.ours : z.theirs, n.length)} </button>`;
		return h`<div class="stack tight"> ${F({
			label: z.show,
			values: ap,
			current: t,
			name: (e) => z.filters[e],
			choose: (e) => (this.filter = e, this.limit = void 0),
			small: !0
		})} ${n.length > 1 ? h`<div class="row">${i("ours")} ${i("theirs")}</div>` : _} ${n.length === 0 ? h`<p class="muted">${z.empty}</p>` : h`<ul class="plain">${n.slice(0, r).map((e) => this.#n(e))}</ul>`} ${n.length > r ? h`<div><button type="button" class="small" @click=${() => this.limit = r + ip}>${z.more(Math.min(ip, n.length - r))}</button></div>` : _} </div>`;
	}
	#n(e) {
		let t = rp(e), n = t ? tp(this.index, t, this.names) : e.id, r = (t) => e.take === t ? "taken" : "";
		return h`<li> <div class="head"> <b class=${e.conflict ? "warn" : ""}>${z.cases[e.case]}</b> ${F({
			label: `${z.take}: ${n}`,
			values: ["ours", "theirs"],
			current: e.take,
			name: (e) => e === "ours" ? z.ours : z.theirs,
			choose: (t) => N(this, "rw-bring", {
				kind: "decide",
				ids: [e.id],
				take: t
			}),
			small: !0
		})} </div> <p>${n}</p> <dl> ${e.base ? h`<dt>${z.was}</dt><dd>${np(this.index, e.base)}</dd>` : _} <dt>${z.plan}</dt> <dd class=${r("ours")}>${np(this.index, e.ours)}</dd> <dt>${z.there}</dt> <dd class=${r("theirs")}>${np(this.index, e.theirs)}</dd> </dl> <p class="note">${e.decided ? z.decided : z.because(e.reason)}</p> </li>`;
	}
	#r(e) {
		return h`<div class="stack tight"> ${e.broken.length === 0 ? h`<p class="good">${z.sound}</p>` : h`<p class="bad">${z.broken(e.broken.length)}</p> <ul class="rules"> ${e.broken.slice(0, ip).map((e) => h`<li>${ii(this.index, e.text, { names: this.names })}</li>`)} </ul>`} ${e.broken_there > 0 ? h`<p class="note">${z.brokenThere(e.broken_there)}</p>` : _} </div>`;
	}
	#i(e) {
		let { lines: t } = e;
		return h`<div class="stack tight"> <h3>${z.lines(t.length)}</h3> <p class="note">${t.length === 0 ? z.noLines : z.linesNote}</p> <div class="row"> <button type="button" class="primary" @click=${() => N(this, "rw-bring", { kind: "accept" })}>${z.accept}</button> ${t.length === 0 ? _ : ["csv", "xlsx"].map((e) => h`<button type="button" @click=${() => N(this, "rw-bring", {
			kind: "change_list",
			format: e
		})}>${z.download(e.toUpperCase())}</button>`)} </div> <p class="note">${z.acceptNote}</p> </div>`;
	}
});
// elements/rw-view-data/rw-view-data.ts
var op = class extends v {
	static {
		this.properties = {
			state: { attribute: !1 },
			table: { state: !0 },
			over: { state: !0 },
			pasting: { state: !0 }
		};
	}
	static {
		this.sheet = c` .drop { display: grid; gap: 0.75rem; justify-items: center; padding: 1.5rem 1rem; border: 2px dashed var(--rw-control); border-radius: 10px; background: var(--rw-surface); text-align: center; } .drop.over { border-color: var(--rw-accent); background: var(--rw-tint); } .file { position: relative; } .file input { position: absolute; inset: 0; opacity: 0; cursor: pointer; inline-size: 100%; block-size: 100%; } .file:focus-within .button { outline: 3px solid var(--rw-accent); outline-offset: 2px; } textarea { inline-size: 100%; min-block-size: 8rem; font-family: ui-monospace, monospace; font-size: 0.8125rem; } .paste { inline-size: 100%; max-inline-size: 40rem; text-align: start; } .chips { display: flex; flex-wrap: wrap; gap: 0.375rem; } .export { display: grid; grid-template-columns: auto auto; justify-content: start; gap: 0.5rem 1rem; align-items: center; } .preview { border: 1px solid var(--rw-accent); } td { overflow-wrap: anywhere; } `;
	}
	updated(e) {
		let t = e.get("state");
		t && t.importing === void 0 != (this.state.importing === void 0) && this.renderRoot.querySelector(this.state.importing ? "#understood" : "h1")?.focus();
	}
	render() {
		let { state: e } = this;
		return h`<div class="stack"> <h1 tabindex="-1">${O.data.title}</h1> ${e.importing ? this.#n(e.importing) : this.#e(e)} ${e.open && !e.importing ? this.#i(e.open) : _} </div>`;
	}
	#e(e) {
		return h`<section class="drop ${this.over ? "over" : ""}" aria-label=${O.data.bring} @dragover=${(e) => this.#a(e, !0)} @dragleave=${(e) => this.#a(e, !1)} @drop=${this.#o} > <p>${e.busy ?? O.data.drop}</p> <div class="row"> <label class="file"> <span class="button">${O.data.choose}</span> <input type="file" multiple accept=".csv,.tsv,.txt,.xlsx,.json,.ndjson,.ics" aria-label=${O.data.choose} @change=${this.#s} /> </label> <button type="button" aria-expanded=${this.pasting ? "true" : "false"} @click=${() => this.pasting = !this.pasting}>${O.data.paste}</button> <button type="button" @click=${() => N(this, "rw-download", {
			what: "template",
			format: "xlsx"
		})}>${O.start.template}</button> </div> ${this.pasting ? this.#t() : _} <p class="note">${O.data.formats}</p> </section>`;
	}
	#t() {
		return h`<form class="paste stack tight"> <div class="field"> <label for="into">${O.data.pasteInto}</label> <select id="into" name="table"> ${sp.map((e) => h`<option value=${e}>${Zr(e)}</option>`)} </select> </div> <div class="field"> <label for="cells">${O.data.pasteHelp}</label> <textarea id="cells" name="cells" autocomplete="off" spellcheck="false"></textarea> </div> <button type="button" @click=${this.#l}>${O.data.pasteRead}</button> </form>`;
	}
	#n(e) {
		let { used: t } = So(e.reply), { open: n } = this.state;
		return h`<section class="card preview stack" aria-labelledby="understood"> <h2 id="understood" tabindex="-1">${O.data.understood}</h2> <p class="muted">${e.names.join(", ")}</p> ${t === 0 ? h`<p class="bad">${O.data.unusable}</p>` : _} ${t > 0 && n && !e.adds ? F({
			label: O.data.mode,
			values: [
				"replace",
				"add",
				"compare"
			],
			current: e.mode,
			name: (e) => O.data.modes[e],
			choose: (e) => N(this, "rw-bring", {
				kind: "mode",
				mode: e
			})
		}) : _} ${this.#r(e, n)} <h3>${O.data.issues}</h3> <rw-issues .issues=${e.reply.issues}></rw-issues> <rw-columns .importing=${e} .profiles=${this.state.history.value.profiles}></rw-columns> </section>`;
	}
	#r(e, t) {
		let { used: n, all: r } = So(e.reply), i = h`<button type="button" @click=${() => N(this, "rw-import", { accept: !1 })}>${n === 0 ? O.data.back : O.data.discard}</button>`;
		return n === 0 ? h`<div class="row">${i}</div>` : e.mode === "add" && t ? h`<rw-merge .importing=${e} .index=${t.index}></rw-merge><div class="row">${i}</div>` : e.mode === "compare" && t ? h`<rw-reconcile .importing=${e} .index=${t.index} ?names=${this.state.board.names}></rw-reconcile><div class="row">${i}</div>` : h`<div class="row"> <button type="button" class="primary" @click=${() => N(this, "rw-import", { accept: !0 })}>${O.data.use(n, r)}</button> ${i} </div> <p class="note">${e.adds ? O.data.adds : O.data.replaces}</p>`;
	}
	#i(e) {
		let t = e.summary.tables, n = t.some((e) => e.table === this.table) ? this.table ?? "" : "clinicians", r = e.index.clinic[n] ?? [];
		return h` <section class="card stack tight" aria-labelledby="issues"> <h2 id="issues">${O.data.issues}</h2> <rw-issues .issues=${e.issues}></rw-issues> </section> <rw-quality .state=${this.state}></rw-quality> <section class="stack tight" aria-labelledby="tables"> <h2 id="tables">${O.data.tables}</h2> <div class="chips" role="group" aria-label=${O.data.tables}> ${t.map((e) => h`<button type="button" class="small" aria-pressed=${e.table === n} @click=${() => this.table = e.table}> ${Zr(e.table)} <span class="muted">${C(e.rows)}</span> </button>`)} </div> <rw-table .rows=${r} .label=${Zr(n)}></rw-table> </section> <section class="card stack tight" aria-labelledby="export"> <h2 id="export">${O.data.export}</h2> <p class="note">${O.data.exportNote}</p> <div class="export"> ${["plan", "clinic"].map((e) => h`<span>${e === "plan" ? O.data.exportPlan : O.data.exportClinic}</span> <div class="row"> ${[
			"csv",
			"xlsx",
			"json",
			"fhir",
			"ndjson"
		].map((t) => h`<button type="button" class="small" aria-label="${e === "plan" ? O.data.exportPlan : O.data.exportClinic}, ${O.data.formatName[t]}" @click=${() => N(this, "rw-download", {
			what: e,
			format: t
		})} > ${O.data.formatName[t]} </button>`)} </div>`)} </div> </section> <rw-share .state=${this.state}></rw-share> `;
	}
	#a(e, t) {
		e.preventDefault(), this.over = t;
	}
	#o(e) {
		e.preventDefault(), this.over = !1, this.#c(e.dataTransfer?.files);
	}
	#s(e) {
		let t = e.target;
		this.#c(t.files), t.value = "";
	}
	#c(e) {
		e && e.length > 0 && N(this, "rw-files", { files: [...e] });
	}
	#l = df((e) => {
		let t = new FormData(e), n = String(t.get("cells") ?? "");
		n.trim() && N(this, "rw-paste", {
			text: n,
			table: String(t.get("table"))
		});
	});
}, sp = [
	"clinicians",
	"patients",
	"orders",
	"appointments",
	"attendances",
	"services",
	"rooms",
	"sites",
	"groups",
	"authorizations",
	"absences",
	"licenses",
	"contacts",
	"equipment",
	"pairs",
	"shifts",
	"travel",
	"referrals",
	"staff_days"
];
y("rw-view-data", op);
// node_modules/lit-html/directive.js
var cp = {
	ATTRIBUTE: 1,
	CHILD: 2,
	PROPERTY: 3,
	BOOLEAN_ATTRIBUTE: 4,
	EVENT: 5,
	ELEMENT: 6
}, lp = (e) => (...t) => ({
	_$litDirective$: e,
	values: t
}), up = class {
	constructor(e) {}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AT(e, t, n) {
		this._$Ct = e, this._$AM = t, this._$Ci = n;
	}
	_$AS(e, t) {
		return this.update(e, t);
	}
	update(e, t) {
		return this.render(...t);
	}
}, dp = lp(class extends up {
	#e = {};
	constructor(e) {
		if (super(e), e.type !== cp.ELEMENT) throw Error("setVars belongs on an element");
	}
	render(e) {
		return Ne;
	}
	update(e, [t]) {
		let n = e.element.style;
		for (let [e, r] of Object.entries(t)) this.#e[e] !== r && n.setProperty(e, String(r));
		for (let e of Object.keys(this.#e)) e in t || n.removeProperty(e);
		return this.#e = t, Ne;
	}
}), fp = c` .bar { inline-size: 12rem; max-inline-size: 100%; block-size: 0.5rem; border-radius: 4px; border: 1px solid var(--rw-control); overflow: hidden; } .bar div { block-size: 100%; inline-size: var(--done); background: var(--rw-accent); }
`;
function pp({ label: e, done: t, of: n, percent: r, text: i }) {
	return h`<div class="bar" role="progressbar" aria-label=${e} aria-valuemin="0" aria-valuemax=${n} aria-valuenow=${t} aria-valuetext=${i ?? _} > <div ${dp({ "--done": `${r.toFixed(1)}%` })}></div> </div>`;
}
// elements/rw-view-forecast/rw-view-forecast.styles.ts
var mp = c` :host { container: forecast / inline-size; } .progress { min-height: 2.25rem; font-size: 0.9375rem; } .stale { border-inline-start: 4px solid var(--rw-warn); padding-inline-start: 0.75rem; } tbody th { font-weight: 400; min-inline-size: 7rem; } tbody tr[aria-current] { background: var(--rw-tint); } td small { display: block; color: var(--rw-muted); font-size: 0.8125rem; white-space: normal; } td.number small { white-space: nowrap; } .two { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); align-items: start; } .means { display: grid; gap: 0.5rem; } .means li { display: grid; padding-block-end: 0.5rem; border-block-end: 1px solid var(--rw-border); font-size: 0.9375rem; } th.number { white-space: normal; vertical-align: bottom; } .narrow { display: none; font-size: 0.8125rem; } .status { white-space: nowrap; font-weight: 600; } @container forecast (max-width: 46rem) { .wide { display: none; } .narrow { display: block; } .narrow .status { white-space: normal; } th, td { padding-inline-end: 0.5rem; } tbody th { min-inline-size: 5rem; hyphens: auto; } } @container forecast (min-width: 62rem) { .two { grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr); } }
`, B = O.buffers, hp = class extends v {
	static {
		this.properties = { state: { attribute: !1 } };
	}
	static {
		this.sheet = [_f, c` tbody th { font-weight: 400; white-space: nowrap; } small { display: block; color: var(--rw-muted); font-size: 0.8125rem; } th.number { white-space: normal; vertical-align: bottom; } .deed { gap: 0.5rem 1rem; } .deed p { flex: 1 1 16rem; } `];
	}
	render() {
		let { open: e, buffers: t } = this.state;
		if (!e) return _;
		let { reply: n, running: r, asked: i } = t;
		return h`<section class="card stack tight" aria-labelledby="title" aria-busy=${r ? "true" : "false"}> <h2 id="title">${B.title}</h2> <p class="note">${B.intro}</p> ${this.#t(i)} ${n ? n.refused === void 0 ? this.#r(this.state, e, n) : this.#n(n.refused) : r ? h`<p class="muted">${B.looking}</p>` : h`<div><button type="button" @click=${() => N(this, "rw-buffers", { kind: "load" })}>${B.look}</button></div>`} </section>`;
	}
	#e(e) {
		N(this, "rw-buffers", {
			kind: "ask",
			question: e
		});
	}
	#t(e) {
		let t = (e) => Number(e.target.value);
		return h`<div class="row asked no-print"> <div class="field"> <label for="level">${B.level}</label> <select id="level" @change=${(n) => this.#e({
			...e,
			level: t(n)
		})}> ${bt.map((t) => h`<option value=${t} ?selected=${t === e.level}>${B.levels(t)}</option>`)} </select> </div> <div class="field"> <label for="freed">${B.freed}</label> <select id="freed" @change=${(n) => this.#e({
			...e,
			freedShare: t(n)
		})}> ${xt.map((t) => h`<option value=${t} ?selected=${t === e.freedShare}>${B.freedShares(t)}</option>`)} </select> </div> <label class="check"> <input type="checkbox" .checked=${e.walkIns} @change=${(t) => this.#e({
			...e,
			walkIns: t.target.checked
		})} /> ${B.walkIns} </label> </div>`;
	}
	#n(e) {
		return h`<p>${M(e)}</p> <div><button type="button" @click=${() => N(this, "rw-navigate", { view: "data" })}>${B.addData}</button></div>`;
	}
	#r(e, t, n) {
		let r = wt(n.weekdays.map((e) => e.reserve_min)), { history: i, arrivals: a } = n, o = B.levels(e.buffers.of?.asked.level ?? e.buffers.asked.level);
		return h`${r ? h`<p class="finding">${r.high > 0 ? B.finding(gp(r), o) : B.findingNone(o)}</p>` : _} ${this.#i(e, t, n)} <p class="note"> ${B.learned(i.emergencies, i.walk_ins, i.days, x(i.from, "date"))} ${a ? h`${B.each(S(a.minutes_each))} ${a.by_weekday ? B.apart : B.alike} ${a.overdispersed ? B.clustered(T(a.dispersion, 1)) : _}` : _} </p> ${this.#a(n, e.buffers.of?.asked ?? e.buffers.asked)} ${this.#o(e, n)} ${n.look ? h`<p class="note">${B.held(E(n.look.held, 0), n.look.days, E(n.look.stated, 0))}</p>` : _} ${this.#s(n)} <details> <summary>${B.limits}</summary> <ul class="facts"> ${n.limits.map((e) => h`<li>${M(e.replaceAll("`", ""))}</li>`)} </ul> </details>`;
	}
	#i(e, t, n) {
		let r = qa(e) || e.buffers.running;
		if (Ct(t.index.clinic, n)) return h`<div class="row deed"> <p class="good">${B.kept}</p> <button type="button" class="no-print" aria-disabled=${r || e.engine !== "ready"} @click=${() => {
			r || (N(this, "rw-navigate", { view: "schedule" }), N(this, "rw-solve", { start: "shown" }));
		}} > ${B.optimize} </button> </div>`;
		let i = wt(n.plan.map((e) => e.kept_min));
		return h`<div class="row deed"> <button type="button" class="primary no-print" aria-disabled=${r} @click=${() => !r && N(this, "rw-buffers", { kind: "accept" })}>${n.weekdays.some((e) => e.reserve_min > 0) ? B.accept : B.acceptNone}</button> <p class="note">${i ? B.keptNow(gp(i)) : _} ${B.acceptNote}</p> </div>`;
	}
	#a(e, t) {
		let { columns: n } = B;
		return h`<div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table(B.byWeekday)}> <table> <thead> <tr> <th scope="col">${n.weekday}</th> <th scope="col" class="number">${n.keep}</th> <th scope="col" class="number">${n.chance}</th> <th scope="col" class="number">${n.arrivals}</th> <th scope="col" class="number">${n.needed}</th> <th scope="col" class="number">${n.freed}</th> </tr> </thead> <tbody> ${e.weekdays.map((e) => h`<tr> <th scope="row">${B.weekdays[e.weekday] ?? e.weekday}</th> <td class="number"><b>${S(e.reserve_min)}</b></td> <td class="number">${E(e.chance, 0)}</td> <td class="number">${T(e.arrivals, 1)}<small>${B.of(e.days)}</small></td> <td class="number">${S(e.alone_min)}<small>${B.onAverage(S(e.minutes))}</small></td> <td class="number">${S(e.freed_min)}</td> </tr>`)} </tbody> </table> </div> <p class="note">${B.tableNote(B.freedShares(t.freedShare))}</p>`;
	}
	#o(e, t) {
		if (t.plan.length === 0) return _;
		let n = e.buffers.of?.asked.level ?? e.buffers.asked.level, r = t.plan.filter((e) => e.chance >= n).length;
		return h`<h3>${B.plan}</h3> <p>${B.planFinding(r, t.plan.length, E(n, 0))}</p> <div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table(B.plan)}> <table> <thead> <tr> <th scope="col">${B.planColumns.day}</th> <th scope="col" class="number">${B.planColumns.chance}</th> <th scope="col" class="number">${B.planColumns.free}</th> <th scope="col" class="number">${B.planColumns.kept}</th> </tr> </thead> <tbody> ${t.plan.map((e) => h`<tr> <th scope="row">${x(e.date)}</th> <td class="number ${e.chance >= n ? "good" : "bad"}">${(e.chance >= n ? B.enough : B.less)(_p(e.chance))}<small>${B.pieces(e.fits, _p(e.chance_in_pieces))}</small></td> <td class="number">${S(e.free_min)}<small>${B.booked(S(e.booked_min), S(e.capacity_min))}</small></td> <td class="number">${S(e.kept_min)}</td> </tr>`)} </tbody> </table> </div> <p class="note">${B.planNote}</p>`;
	}
	#s(e) {
		return h`<details> <summary>${B.alone}</summary> <p class="note">${B.aloneNote}</p> <div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table(B.alone)}> <table> <thead> <tr> <th scope="col">${B.aloneColumns.part}</th> <th scope="col" class="number">${B.aloneColumns.arrivals}</th> <th scope="col" class="number">${B.aloneColumns.needed}</th> </tr> </thead> <tbody> ${[
			...e.kinds,
			...e.disciplines,
			...e.parts
		].map((e) => h`<tr> <th scope="row">${k(B.parts, e.name) ?? oi(Xr(e.name))}</th> <td class="number">${e.arrivals}</td> <td class="number">${S(e.alone_min)}</td> </tr>`)} </tbody> </table> </div> </details>`;
	}
}, gp = ({ low: e, high: t }) => e === t ? S(e) : B.from(S(e), S(t));
function _p(e) {
	return e >= .995 ? B.almostAll : E(e, 0);
}
y("rw-buffers", hp);
// elements/rw-course/rw-course.ts
var vp = 280, yp = 12, bp = 48, xp = 116, Sp = {
	wide: 52,
	narrow: 20
}, Cp = 64, wp = class extends Tf {
	static {
		this.properties = {
			...Tf.properties,
			course: { attribute: !1 },
			there: { attribute: !1 }
		};
	}
	static {
		this.sheet = [wf, c` .past { --color: var(--rw-likely); } .next { --color: var(--rw-conservative); } .there { --color: var(--rw-aggressive); } .line.next { stroke-width: 3; stroke-dasharray: 7 4; } .line.there { stroke-dasharray: 2 4; stroke-linecap: round; stroke-width: 2.5; } .band.near { opacity: 0.22; } .now { stroke: var(--rw-control); stroke-dasharray: 2 3; } `];
	}
	render() {
		return !this.course || this.course.fan.p50.length === 0 ? _ : this.figure();
	}
	#e() {
		let { capacity: e } = this.course, t = [["past", O.charts.came], ["next", O.charts.expected]];
		return e ? [...t, ["there", this.there ?? O.charts.capacity]] : t;
	}
	drawn() {
		let { course: e } = this, { fan: t, capacity: n } = e, r = this.width ?? 640, i = r >= 520, a = e.history.slice(-(i ? Sp.wide : Sp.narrow)), o = e.start + 7 * (e.history.length - a.length), s = e.from + 7 * (t.p50.length - 1), c = r - (i ? xp : 8), l = bf([a.length > 0 ? o : e.from, Math.max(s, e.from + 7)], [bp, c]), u = Tp([
			...a,
			...t.low95,
			...t.high95,
			...n ?? []
		]), d = u[0] ?? 0, f = bf([d, u.at(-1) ?? 1], [250, yp]), p = (t) => t.map((t, n) => [l(e.from + 7 * n), f(t)]), m = a.map((e, t) => [l(o + 7 * t), f(e)]), ee = l(e.from - 3.5), te = xf([f(t.p50.at(-1) ?? 0), ...n ? [f(n.at(-1) ?? 0)] : []], 15, [yp, 250]);
		return h`<svg viewBox="0 0 ${r} ${vp}" role="img" aria-label=${this.spoken}> ${u.map((e) => g`<line class=${e === 0 ? "zero" : "grid"} x1=${bp} x2=${c} y1=${f(e)} y2=${f(e)}></line> <text x=${40} y=${f(e) + 4} text-anchor="end">${this.format(e)}</text>`)} ${this.#t(a.length > 0 ? o : e.from, s, c, l)} ${a.length > 0 ? g`<line class="now" x1=${ee} x2=${ee} y1=${yp} y2=${250}></line>` : _} <path class="band next" d=${Cf(p(t.high95), p(t.low95))}></path> <path class="band near next" d=${Cf(p(t.p90), p(t.p10))}></path> ${n ? g`<path class="line there" d=${Sf(p(n))}></path>` : _} <path class="line past" d=${Sf(m)}></path> <path class="line next" d=${Sf(p(t.p50))}></path> ${i ? this.#e().slice(1).map(([e, t], n) => g`<text class="name ${e}" x=${c + 8} y=${(te[n] ?? 0) + 4}>${t}</text>`) : _} ${i && a.length > 6 ? g`<text class="name past" x=${52} y=${Math.max(20, Math.min(...m.slice(0, 8).map(([, e]) => e)) - 8)}>${O.charts.came}</text>` : _} </svg> ${i ? _ : this.#n()} <p class="note">${O.charts.bands} ${d > 0 ? O.charts.begins(this.format(d)) : _}</p>`;
	}
	#t(e, t, n, r) {
		let i = Math.round((t - e) / 7) + 1, a = Math.max(1, Math.ceil(i * Cp / Math.max(1, n - bp)));
		return Array.from({ length: Math.ceil(i / a) }, (t, n) => e + 7 * a * n).map((t) => g`<text x=${r(t)} y=${272} text-anchor=${t === e ? "start" : r(t) > n - 24 ? "end" : "middle"}>${x(t, "plain")}</text>`);
	}
	#n() {
		return h`<ul class="plain keys"> ${this.#e().map(([e, t]) => h`<li> <svg viewBox="0 0 32 8" aria-hidden="true">${g`<path class="line ${e}" d="M0 4H32"></path>`}</svg>${t} </li>`)} </ul>`;
	}
	rows() {
		let { course: e } = this, { fan: t, capacity: n } = e, r = n ? 4 : 3, i = (e, t) => `${this.format(e ?? 0)} – ${this.format(t ?? 0)}`;
		return h`<thead> <tr> <th scope="col">${O.charts.week}</th> <th scope="col" class="number">${O.charts.expected}</th> <th scope="col" class="number">${O.charts.eightInTen}</th> <th scope="col" class="number">${O.charts.nineteenInTwenty}</th> ${n ? h`<th scope="col" class="number">${this.there ?? O.charts.capacity}</th>` : _} </tr> </thead> <tbody> ${e.history.slice(-Sp.narrow).map((t, n, i) => h`<tr> <th scope="row">${x(e.start + 7 * (e.history.length - i.length + n), "date")}</th> <td class="number">${this.format(t)}</td> <td class="muted" colspan=${r - 1}>${O.charts.came.toLowerCase()}</td> </tr>`)} ${t.p50.map((r, a) => h`<tr> <th scope="row">${x(e.from + 7 * a, "date")}</th> <td class="number">${this.format(r)}</td> <td class="number">${i(t.p10[a], t.p90[a])}</td> <td class="number muted">${i(t.low95[a], t.high95[a])}</td> ${n ? h`<td class="number">${this.format(n[a] ?? 0)}</td>` : _} </tr>`)} </tbody>`;
	}
};
function Tp(e) {
	let [t, n] = [Math.min(...e), Math.max(1, ...e)];
	return yf(t > n / 2 ? Math.max(0, t - (n - t) / 4) : 0, n, 5);
}
y("rw-course", wp);
// elements/rw-view-forecast/rw-view-forecast.ts
var V = O.forecast, Ep = ["visits", "referrals"], Dp = (e) => T(e, +(Math.abs(e) < 99.95)), Op = (e) => w(e, 1), kp = (e) => `${Dp(e)} h`, Ap = class extends v {
	static {
		this.properties = {
			state: { attribute: !1 },
			discipline: { state: !0 },
			series: { state: !0 },
			measure: { state: !0 }
		};
	}
	static {
		this.sheet = [
			fp,
			_f,
			mp
		];
	}
	render() {
		let { state: e } = this, { open: t, forecast: n } = e;
		if (!t) return h`<div class="stack"><h1 tabindex="-1">${V.title}</h1><p class="muted">${e.busy ?? O.data.nothing}</p></div>`;
		let { report: r, running: i } = n;
		return h`<div class="stack"> <h1 tabindex="-1">${V.title}</h1> <p class="muted">${V.intro}</p> ${this.#t(e)} ${i ? this.#n(i) : _} ${r ? this.#i(e, t, r) : h`${i ? _ : this.#r(e)} <rw-buffers .state=${e}></rw-buffers>`} </div>`;
	}
	#e(e) {
		N(this, "rw-forecast", e);
	}
	#t(e) {
		let { asked: t } = e.forecast;
		return h`<div class="row asked no-print"> <div class="field"> <span class="label" id="ahead">${V.ahead}</span> ${F({
			label: V.ahead,
			values: qi,
			current: t.weeks,
			name: (e) => V.weeks(e),
			choose: (e) => this.#e({
				kind: "ask",
				question: {
					...t,
					weeks: e
				}
			})
		})} </div> <div class="field"> <label for="level">${V.level}</label> <select id="level" @change=${(e) => this.#e({
			kind: "ask",
			question: {
				...t,
				level: Number(e.target.value)
			}
		})}> ${Ji.map((e) => h`<option value=${e} ?selected=${e === t.level}>${V.levels(e)}</option>`)} </select> </div> </div>`;
	}
	#n(e) {
		let { step: t, steps: n } = e;
		return h`<div class="row progress"> ${pp({
			label: V.running,
			done: t,
			of: n,
			percent: n > 0 ? t / n * 100 : 0
		})} <span>${V.progress(t, n)}</span> <button type="button" class="small" @click=${() => this.#e({ kind: "stop" })}>${V.stop}</button> </div>`;
	}
	#r(e) {
		let t = qa(e);
		return h`<div class="row"> <p class="muted">${t ? V.waiting : e.forecast.stopped ? V.stopped : V.press}</p> <button type="button" class="primary" aria-disabled=${t || e.engine !== "ready"} @click=${() => this.#e({ kind: "run" })}>${V.run}</button> </div>`;
	}
	#i(e, t, n) {
		let r = ea(n.disciplines);
		if (n.series.length === 0 || r.length === 0) return h`${this.#a(V.none)} <rw-buffers .state=${e}></rw-buffers>`;
		let i = n.series.some((e) => e.ahead), a = r.find((e) => e.discipline === this.discipline) ?? r[0];
		return h` ${Zi(e.forecast) ? _ : h`<div class="row stale" role="note"><p class="warn">${V.stale}</p>${e.forecast.running ? _ : h`<button type="button" class="small" @click=${() => this.#e({ kind: "run" })}>${V.run}</button>`}</div>`} ${i ? _ : this.#a(V.tooFew(Pp(n)))} ${i ? this.#s(n, r, a) : _} ${i && a ? this.#l(t, n, a) : _} ${this.#f(t, n)} <rw-buffers .state=${e}></rw-buffers> ${this.#g(t, n)} `;
	}
	#a(e) {
		return h`<div class="card stack tight"> <p>${e}</p> <div><button type="button" @click=${() => N(this, "rw-navigate", { view: "data" })}>${V.addData}</button></div> </div>`;
	}
	#o(e, t) {
		let n = t.filter((e) => $i(e).weeks > 0), r = n[0];
		return r ? V.short(n.length, t.length, Xr(r.discipline), kp($i(r).most)) : V.enough(t.length, e.weeks.length, V.levels(e.service_level));
	}
	#s(e, t, n) {
		let r = e.disciplines.filter((e) => !Qi(e));
		return h`<section class="card stack tight" aria-labelledby="hours"> <h2 id="hours">${V.hoursTitle}</h2> <p class="finding">${this.#o(e, t)}</p> <div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table(V.hoursTitle)}> <table> <thead> <tr> <th scope="col">${V.columns.discipline}</th> <th scope="col" class="number">${V.columns.needed}</th> <th scope="col" class="number">${V.columns.there}</th> <th scope="col" class="number wide">${V.columns.fte}</th> <th scope="col" class="number wide">${V.columns.chance}</th> <th scope="col" class="wide">${V.columns.short}</th> </tr> </thead> <tbody> ${t.map((t) => this.#c(e, t, t === n))} </tbody> </table> </div> <p class="note">${V.hoursNote(V.levels(e.service_level), Pp(e), x(e.as_of, "date"))}</p> ${r.map((e) => h`<p class="note">${e.discipline === "any" ? V.unstaffedAny : V.unstaffed(Xr(e.discipline))}</p>`)} </section>`;
	}
	#c(e, t, n) {
		let r = e.weeks.length, { total: i } = t.hours, a = $i(t), o = a.weeks > 0 ? h`<span class="status bad">▲ ${V.shortWeeks(a.weeks, r, kp(a.most))}</span>` : h`<span class="status good">✓ ${V.enoughWeeks}</span>`;
		return h`<tr aria-current=${n ? "true" : _}> <th scope="row"> <button type="button" class="link" aria-pressed=${n} @click=${() => this.discipline = t.discipline}>${oi(Xr(t.discipline))}</button> <div class="narrow"><span class="note">${V.columns.short}:</span> ${o}</div> </th> <td class="number"> ${kp(ta(i.p50, r))}<small>${V.range(Dp(ta(i.p10, r)), kp(ta(i.p90, r)))}</small> </td> <td class="number">${kp(ta(Fp(t.capacity.hours), r))}</td> <td class="number wide">${V.fteOf(T(ta(Fp(t.fte), r), 2), T(t.capacity.fte, 2))}</td> <td class="number wide">${V.chance(t.chance_enough_in_all)}</td> <td class="wide">${o}</td> </tr>`;
	}
	#l(e, t, n) {
		let r = Xr(n.discipline), i = t.weeks.length, { total: a } = n.hours, o = V.hoursFinding(kp(ta(a.p50, i)), Dp(ta(a.p10, i)), kp(ta(a.p90, i)), kp(ta(Fp(n.capacity.hours), i)));
		return h`<section class="card stack" aria-labelledby="discipline"> <h2 id="discipline">${V.hoursOf(r)}</h2> <div class="two"> <rw-course .course=${ia(t, n)} .label=${V.hoursChart(r)} .caption=${o} .format=${Op} .there=${V.there} ></rw-course> <div class="stack tight"> <ul class="facts"> ${n.words.map((n) => h`<li>${sa(e.index, n, t.disciplines)}</li>`)} </ul> ${this.#u(t, n)} <details> <summary>${V.capacity}</summary> <p class="note">${sa(e.index, n.capacity.words, t.disciplines)}</p> </details> </div> </div> </section>`;
	}
	#u(e, t) {
		if ($i(t).weeks === 0) return h`<p class="good">✓ ${V.noGap}</p>`;
		let { helps: n, not: r } = na(t), i = $i(t).weeks;
		return h`<h3>${V.closing}</h3> <p class="note">${V.closingNote}</p> <ul class="plain means"> ${n.map((t) => this.#d(e, t, i))} </ul> ${r.length > 0 ? h`<details> <summary>${V.cannot}: ${r.map((e) => (k(V.means, e.means) ?? e.means).toLowerCase()).join(", ")}</summary> <ul class="facts"> ${r.map((e) => h`<li>${k(V.means, e.means) ?? e.means}: ${A(e.arithmetic)}.</li>`)} </ul> </details>` : _}`;
	}
	#d(e, { means: t, weeks: n }, r) {
		let i = t.from_week === null ? void 0 : e.weeks[t.from_week], a = [
			V.closes(n, r),
			V.upTo(kp(t.hours_week)),
			...i ? [V.from(x(i, "plain"))] : [],
			t.cents === 0 ? V.noCost : Gt(t.cents, e.currency)
		];
		return h`<li> <b>${k(V.means, t.means) ?? t.means}</b> <span>${a.join(" · ")}</span> <span class="note">${ca(t.arithmetic)}</span> </li>`;
	}
	#f(e, t) {
		let n = this.measure ?? "visits", r = ra(t, n), i = r.find((e) => jp(e) === this.series) ?? r.find((e) => e.ahead);
		return h`<section class="card stack" aria-labelledby="demand"> <div class="row spread"> <h2 id="demand">${V.demand}</h2> ${F({
			label: V.measure,
			values: Ep,
			current: n,
			name: (e) => V.measures[e],
			choose: (e) => {
				this.measure = e, this.series = void 0;
			},
			small: !0
		})} </div> ${r.length === 0 ? h`<p class="muted">${V.noSeries}</p>` : h`<div class="two"> ${this.#p(e, r, i)} ${i?.ahead ? this.#h(e, t, i) : _} </div>`} </section>`;
	}
	#p(e, t, n) {
		return h`<div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table(V.demand)}> <table> <thead> <tr> <th scope="col">${V.seriesColumns.service}</th> <th scope="col" class="number wide">${V.seriesColumns.recent}</th> <th scope="col" class="number">${V.seriesColumns.next}</th> <th scope="col" class="number">${V.seriesColumns.test}</th> </tr> </thead> <tbody> ${t.map((t) => this.#m(e, t, t === n))} </tbody> </table> <p class="note">${V.seriesNote}</p> </div>`;
	}
	#m(e, t, n) {
		let r = Mp(e, t), i = t.history.slice(-8), a = i.length > 0 ? Dp(Fp(i) / i.length) : "0", { ahead: o } = t;
		if (!o) return h`<tr> <th scope="row">${r}</th> <td class="number wide">${a}</td> <td colspan="2"><span class="status warn">${V.refused}</span><small>${M(t.refused ?? "")}</small></td> </tr>`;
		let s = o.fan.p50, c = (e) => Fp(e) / Math.max(1, e.length);
		return h`<tr aria-current=${n ? "true" : _}> <th scope="row"> <button type="button" class="link" aria-pressed=${n} @click=${() => this.series = jp(t)}>${r}</button> </th> <td class="number wide">${a}</td> <td class="number">${Dp(c(s))}<small>${V.range(Dp(c(o.fan.p10)), Dp(c(o.fan.p90)))}</small></td> <td class="number">${Np(o.backtest.gain)}</td> </tr>`;
	}
	#h(e, t, n) {
		let { ahead: r } = n, i = aa(t, n);
		if (!r || !i) return _;
		let a = Mp(e, n), o = (e) => x(i.start + 7 * e, "plain"), s = r.widened_from === null ? void 0 : t.weeks[r.widened_from], { fan: c } = r, l = V.seriesFinding(Dp(c.p50[0] ?? 0), Dp(c.p10[0] ?? 0), Dp(c.p90[0] ?? 0), x(i.from, "plain"));
		return h`<div class="stack tight"> <h3>${a}</h3> <rw-course .course=${i} .label=${V.seriesChart(a, V.measures[n.measure])} .caption=${l} .format=${Op}></rw-course> <ul class="facts"> <li>${M(r.backtest.words)}</li> <li>${M(r.basis)}</li> ${s ? h`<li>${V.widened(x(s, "plain"))}</li>` : _} ${r.shifts.map((e) => h`<li>${V.shift(o(e.at), Dp(e.before), Dp(e.after))}</li>`)} </ul> <details> <summary>${V.methods}</summary> <table> <thead> <tr> <th scope="col">${V.method}</th> <th scope="col" class="number">${V.firstWeek}</th> <th scope="col" class="number">${V.lastWeek}</th> </tr> </thead> <tbody> ${r.methods.map((e) => h`<tr> <th scope="row">${k(V.methodNames, e.method) ?? e.method}</th> <td class="number">${Dp(e.point[0] ?? 0)}</td> <td class="number">${Dp(e.point.at(-1) ?? 0)}</td> </tr>`)} </tbody> </table> </details> </div>`;
	}
	#g(e, t) {
		let n = (n) => h`<ul class="facts"> ${n.map((n) => h`<li>${sa(e.index, n, t.disciplines)}</li>`)} </ul>`;
		return h`<section class="card stack tight" aria-labelledby="doubts"> <h2 id="doubts">${V.doubts}</h2> ${t.warnings.length > 0 ? n(t.warnings) : h`<p>${V.noDoubts}</p>`} <h3>${V.limits}</h3> <ul class="facts"> ${V.limitItems.map((e) => h`<li>${e}</li>`)} </ul> <details> <summary>${V.rests}</summary> ${n(t.notes)} </details> ${this.#_(e, t)} ${this.#v(t)} </section>`;
	}
	#_(e, t) {
		return t.special_days.length === 0 ? _ : h`<details> <summary>${V.special}: ${C(t.special_days.length)}</summary> <ul class="facts"> ${t.special_days.map(({ date: t, kind: n, site: r }) => h`<li>${V.specialDay(x(b(t), "date"), k(V.specialKinds, n) ?? n, r ? e.index.sites.get(r)?.name ?? r : "")}</li>`)} </ul> </details>`;
	}
	#v(e) {
		return h`<details> <summary>${V.prices}</summary> <div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table(V.prices)}> <table> <tbody> ${e.assumptions.map((e) => h`<tr> <th scope="row" lang=${Hr(e.meaning)}>${oi(e.meaning)}</th> <td class="number">${w(e.value, 3)} ${A(e.unit)}</td> <td class="muted">${A(e.source)}</td> </tr>`)} </tbody> </table> </div> </details>`;
	}
};
function jp(e) {
	return `${e.service}\n${e.site}`;
}
function Mp(e, t) {
	let { index: n } = e, r = n.sites.size > 1 ? n.sites.get(t.site)?.name ?? t.site : "";
	return V.seriesOf(n.services.get(t.service)?.name ?? t.service, r);
}
function Np(e) {
	let t = Math.round((e ?? 0) * 100);
	return e === null || t === 0 ? h`<span class="muted">${V.same}</span>` : t > 0 ? h`${V.better(t)}` : h`<span class="warn">${V.worse(-t)}</span>`;
}
function Pp(e) {
	return Math.max(0, ...e.series.map((e) => e.history.length));
}
function Fp(e) {
	return e.reduce((e, t) => e + t, 0);
}
y("rw-view-forecast", Ap);
// elements/rw-kpi/verdict.ts
function Ip(e, t) {
	return e.value === void 0 || t.value === void 0 || e.text === t.text ? "same" : e.direction === "neither" ? "change" : e.value > t.value == (e.direction === "higher") ? "better" : "worse";
}
// elements/rw-kpi/tiles.ts
var Lp = [
	"K12",
	"K19",
	"K7",
	"K14",
	"K16",
	"K17",
	"K18",
	"K2",
	"K37",
	"K29",
	"K33"
], Rp = 6;
function zp(e) {
	let t = new Map(e.map((e) => [e.id, e]));
	return Lp.map((e) => t.get(e)).filter((e) => e !== void 0 && e.value !== void 0 && (e.id !== "K16" || e.value > 0)).slice(0, Rp);
}
y("rw-kpi", class extends v {
	static {
		this.properties = {
			indicator: { attribute: !1 },
			baseline: { attribute: !1 },
			note: { attribute: !1 },
			compact: {
				type: Boolean,
				reflect: !0
			}
		};
	}
	static {
		this.sheet = c` button { display: grid; align-content: start; justify-items: start; justify-content: start; gap: 0.125rem; inline-size: 100%; block-size: 100%; padding: 0.625rem 0.75rem; border: 1px solid var(--rw-border); border-radius: 10px; background: var(--rw-surface); text-align: start; } .name { color: var(--rw-muted); font-size: 0.8125rem; line-height: 1.3; } .value { font-size: 1.5rem; line-height: 1.25; font-weight: 650; } .value.missing { font-size: 1rem; color: var(--rw-muted); font-weight: 400; } .was { font-size: 0.8125rem; color: var(--rw-muted); } .verdict { font-weight: 600; white-space: nowrap; } @media print { button { display: grid !important; } } .reason { font-size: 0.8125rem; color: var(--rw-muted); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; } `;
	}
	render() {
		let { indicator: e, baseline: t } = this;
		if (!e) return _;
		let n = e.value === void 0;
		return h`<button type="button" part="tile" @click=${() => N(this, "rw-indicator", { id: e.id })}> <span class="name">${A(e.name)}</span> <span class="value ${n ? "missing" : ""}">${n ? O.kpis.notComputable : A(e.text)}</span> ${n && !this.compact ? h`<span class="reason">${A(e.not_computable?.reason ?? "")}</span>` : this.#e(e, t)} </button>`;
	}
	#e(e, t) {
		if (this.note) return h`<span class="was">${this.note}</span>`;
		if (!t || t.value === void 0 || e.value === void 0) return _;
		let n = Ip(e, t);
		return h`<span class="was" >${O.kpis.was(A(t.text))} ${n === "better" || n === "worse" ? h`<span class="verdict ${n === "better" ? "good" : "bad"}">${n === "better" ? "▲" : "▼"} ${O.kpis[n]}</span>` : _}</span >`;
	}
});
// elements/rw-kpi-detail/rw-kpi-detail.ts
var Bp = /* @__PURE__ */ new Set([
	"K3",
	"K5",
	"K9",
	"K10",
	"K11",
	"K13",
	"K18",
	"K19",
	"K22",
	"K29"
]), Vp = Object.keys(O.kpis.groupings);
y("rw-kpi-detail", class extends v {
	static {
		this.properties = {
			indicator: { attribute: !1 },
			baseline: { attribute: !1 },
			history: { type: Boolean },
			split: { attribute: !1 }
		};
	}
	static {
		this.sheet = c` .head { display: flex; justify-content: space-between; gap: 0.5rem; } .value { font-size: 1.5rem; font-weight: 650; } dl { display: grid; gap: 0.125rem; font-size: 0.9375rem; } dt { color: var(--rw-muted); font-size: 0.8125rem; padding-block-start: 0.5rem; } .groups th { font-weight: 400; } .field { padding-block-start: 0.5rem; } ul { padding-inline-start: 1.125rem; } .ids { max-block-size: 14rem; overflow: auto; font-size: 0.8125rem; overflow-wrap: anywhere; } `;
	}
	render() {
		let e = this.indicator;
		return e ? h`<section class="card stack tight" aria-labelledby="title"> <div class="head"> <h2 id="title">${A(e.name)}</h2> <button type="button" class="quiet small" aria-label=${O.close} @click=${() => N(this, "rw-indicator", { id: void 0 })}> ${lf("close")} </button> </div> <p class="value">${e.value === void 0 ? O.kpis.notComputable : A(e.text)}</p> <p class="note"> ${e.id}, ${O.kpis.basis[e.basis]}${this.baseline ? h`, ${O.kpis.was(A(this.baseline.text))}` : _} </p> ${e.not_computable ? h`<p>${M(e.not_computable.reason)} ${O.kpis.needs} ${A(e.not_computable.needs)}.</p>` : _} <dl> ${this.#r(O.kpis.definition, e.definition)} ${this.#r(O.kpis.numerator, e.numerator_is, e.numerator)} ${this.#r(O.kpis.denominator, e.denominator_is, e.denominator)} ${this.#r(O.kpis.n, C(e.n))} ${e.interval ? this.#r(O.kpis.interval, `${this.#n(e.interval.low)} – ${this.#n(e.interval.high)} (${e.interval.method})`) : _} ${e.quantiles ? this.#r(O.kpis.quantiles, O.kpis.spread(this.#n(e.quantiles.median), this.#n(e.quantiles.p90), e.quantiles.n)) : _} ${e.figures?.map((e) => this.#r(e.name, e.text))} ${this.#r(O.kpis.edge, e.edge_cases)} ${this.#r(O.kpis.source, e.source)} </dl> ${this.#e()} ${this.#i(O.kpis.leftOut, (e.left_out ?? []).map((e) => `${C(e.n)}: ${A(e.reason)}`))} ${this.#i(O.kpis.notes, e.notes ?? [])} ${this.#a(O.kpis.numerator, e.numerator_rows)} ${this.#a(O.kpis.denominator, e.denominator_rows)} </section>` : _;
	}
	#e() {
		let { id: e } = this.indicator;
		return Bp.has(e) ? h`<div class="field"> <label for="by">${O.kpis.splitBy}</label> <select id="by" @change=${(t) => {
			let n = Vp.find((e) => e === t.target.value);
			N(this, "rw-split", {
				id: e,
				by: n,
				history: this.history
			});
		}}> <option value="" ?selected=${!this.split}>${O.kpis.noSplit}</option> ${Vp.map((e) => h`<option value=${e} ?selected=${this.split?.by === e}>${O.kpis.groupings[e]}</option>`)} </select> </div> ${this.split ? this.#t(this.split) : _}` : _;
	}
	#t({ by: e, cells: t }) {
		return t ? t.length === 0 ? h`<p class="note">${O.kpis.noGroups}</p>` : h`<table class="groups"> <thead> <tr> <th scope="col">${O.kpis.groupings[e]}</th> <th scope="col" class="number">${O.kpis.value}</th> <th scope="col" class="number">${O.kpis.people}</th> </tr> </thead> <tbody> ${t.map((e) => h`<tr> <th scope="row">${Zr(e.group) || O.kpis.unstated}</th> <td class="number ${e.hidden ? "muted" : ""}">${e.hidden ? O.kpis.hidden : e.text}</td> <td class="number">${e.people ?? ""}</td> </tr>`)} </tbody> </table> ${t.some((e) => e.hidden) ? h`<p class="note">${O.kpis.hiddenNote}</p>` : _}` : h`<p class="note">${O.kpis.splitting}</p>`;
	}
	#n(e) {
		return this.indicator.unit === "share" || this.indicator.unit === "share_year" ? `${w(e * 100)} %` : w(e, 2);
	}
	#r(e, t, n) {
		return t ? h`<dt>${A(e)}</dt> <dd lang=${Hr(t)}>${oi(t)}${n === void 0 ? _ : h`: <b>${w(n, 2)}</b>`}</dd>` : _;
	}
	#i(e, t) {
		return t.length === 0 ? _ : h`<h3>${e}</h3> <ul class="note"> ${t.map((e) => h`<li lang=${Hr(e)}>${oi(e)}</li>`)} </ul>`;
	}
	#a(e, t) {
		return !t || t.count === 0 ? _ : h`<details> <summary>${O.kpis.rows}, ${e.toLowerCase()}: ${O.kpis.rowsOf(t.ids.length, t.count)}</summary> <p class="note">${O.kpis.inTable(Zr(t.table))}</p> <ul class="ids" tabindex="0" aria-label="${O.kpis.rows}, ${e}"> ${t.ids.map((e) => h`<li>${e}</li>`)} </ul> </details>`;
	}
});
// elements/rw-view-kpis/rw-view-kpis.ts
var Hp = Object.keys(O.kpis.bases), Up = class extends v {
	static {
		this.properties = {
			state: { attribute: !1 },
			basis: { state: !0 }
		};
	}
	static {
		this.sheet = c` :host { container: kpis / inline-size; } .split { display: grid; gap: 1rem; align-items: start; grid-template-columns: minmax(0, 1fr); } tbody tr[aria-current] { background: var(--rw-tint); } tbody th { font-weight: 400; } .missing { color: var(--rw-muted); } .scroll { padding: 0.5rem 1rem; } tbody th { min-inline-size: 8rem; } .verdict { display: inline-block; inline-size: 6rem; padding-inline-start: 0.75rem; text-align: start; white-space: nowrap; font-weight: 600; } .verdict.muted { font-weight: 400; } th.after { padding-inline-end: 6.75rem; } details .scroll { margin-block-start: 0.5rem; } @container kpis (max-width: 32rem) { .cases { display: none; } .verdict { display: block; inline-size: auto; padding: 0; text-align: end; font-size: 0.8125rem; } th.after { padding-inline-end: 0; } .scroll { padding-inline: 0.75rem; } } @container kpis (min-width: 60rem) { .split.open { grid-template-columns: minmax(0, 1fr) 24rem; } } `;
	}
	updated(e) {
		let t = e.get("state");
		this.state.indicator !== void 0 && (!t || t.indicator !== this.state.indicator) ? this.renderRoot.querySelector("rw-kpi-detail")?.focus() : t?.indicator && !this.state.indicator && this.renderRoot.querySelector(`button[data-id="${CSS.escape(t.indicator)}"]`)?.focus();
	}
	render() {
		let { state: e } = this, t = e.base?.indicators, n = e.shown?.indicators ?? t;
		if (!t || !n) return h`<div class="stack"> <h1 tabindex="-1">${O.kpis.title}</h1> <p class="muted">${e.busy ?? O.data.nothing}</p> </div>`;
		let r = new Map(t.map((e) => [e.id, e])), i = e.shown?.indicators !== void 0, a = this.basis === "history", o = a ? e.past ?? [] : n, s = i && !a, c = o.find((t) => t.id === e.indicator), l = o.filter((e) => e.value !== void 0).length;
		return h`<div class="stack"> <h1 tabindex="-1">${O.kpis.title}</h1> <p class="muted">${O.kpis.intro} ${O.kpis.computable(l, o.length)} ${s ? O.kpis.beforeAfter : _}</p> <div class="tiles" role="group" aria-label=${O.schedule.tiles}> ${zp(n).map((e) => h`<rw-kpi .indicator=${e} .baseline=${i ? r.get(e.id) : void 0}></rw-kpi>`)} </div> <div class="split ${c ? "open" : ""}"> <section class="stack tight"> <h2>${O.kpis.all}</h2> <div class="row"> ${F({
			label: O.kpis.period,
			values: Hp,
			current: this.basis ?? "plan",
			name: (e) => O.kpis.bases[e],
			choose: (e) => this.basis = e
		})} </div> ${this.#e(o.filter((e) => e.value !== void 0), a ? /* @__PURE__ */ new Map() : r, s)} ${this.#i(o.filter((e) => e.value === void 0))} </section> ${c ? h`<rw-kpi-detail tabindex="-1" .indicator=${c} .baseline=${s ? r.get(c.id) : void 0} ?history=${a} .split=${Wp(e, c.id, a)} ></rw-kpi-detail>` : _} </div> </div>`;
	}
	#e(e, t, n) {
		return e.length === 0 ? h`<p class="muted">${O.kpis.none}</p>` : h`<div class="scroll card" tabindex="0" role="region" aria-label=${O.kpis.all}> <table> <thead> <tr> <th scope="col">${O.kpis.indicator}</th> <th scope="col" class="number">${n ? O.kpis.current : O.kpis.value}</th> ${n ? h`<th scope="col" class="number after">${O.kpis.plan}</th>` : _} <th scope="col" class="number cases">${O.kpis.cases}</th> </tr> </thead> <tbody> ${e.map((e) => this.#t(e, t.get(e.id), n))} </tbody> </table> </div>`;
	}
	#t(e, t, n) {
		return h`<tr aria-current=${e.id === this.state.indicator ? "true" : _}> ${this.#n(e)} <td class="number">${A(n ? t?.text ?? "" : e.text)}</td> ${n ? h`<td class="number">${A(e.text)} ${this.#r(e, t)}</td>` : _} <td class="number cases">${C(e.n)}</td> </tr>`;
	}
	#n(e) {
		return h`<th scope="row"> <button type="button" class="link" data-id=${e.id} @click=${() => N(this, "rw-indicator", { id: e.id })}>${A(e.name)}</button> </th>`;
	}
	#r(e, t) {
		let n = t ? Ip(e, t) : "same";
		return h`<span class="verdict ${n === "better" ? "good" : n === "worse" ? "bad" : "muted"}">${n === "better" ? "▲ " : n === "worse" ? "▼ " : ""}${O.kpis[n]}</span>`;
	}
	#i(e) {
		return e.length === 0 ? _ : h`<details> <summary>${O.kpis.unknown(e.length)}</summary> <div class="scroll card" tabindex="0" role="region" aria-label=${O.kpis.notComputable}> <table> <thead> <tr> <th scope="col">${O.kpis.indicator}</th> <th scope="col">${O.kpis.why}</th> </tr> </thead> <tbody> ${e.map((e) => h`<tr aria-current=${e.id === this.state.indicator ? "true" : _}> ${this.#n(e)} <td class="missing">${M(e.not_computable?.reason ?? "")}</td> </tr>`)} </tbody> </table> </div> </details>`;
	}
};
function Wp(e, t, n) {
	let { split: r } = e;
	return r?.id === t && r.history === n && (n || r.plan === e.history.value.plan) ? r : void 0;
}
y("rw-view-kpis", Up);
// elements/rw-view-pilot/rw-view-pilot.styles.ts
var Gp = c` :host { container: pilot / inline-size; } .split { display: grid; gap: 1rem; align-items: start; grid-template-columns: minmax(0, 1fr); } .fields { display: grid; gap: 0.75rem; grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: end; } .fields .full { grid-column: 1 / -1; } .fields input, .fields select { inline-size: 100%; min-width: 0; } .fields input[type="checkbox"] { inline-size: 1.125rem; } textarea { inline-size: 100%; min-block-size: 5rem; font-size: 0.875rem; } .finding { font-weight: 600; } .tile { padding: 0.625rem 0.75rem; display: grid; align-content: start; gap: 0.125rem; } .tile b { font-size: 1.5rem; line-height: 1.25; font-weight: 650; } .tile span { color: var(--rw-muted); font-size: 0.8125rem; line-height: 1.3; } .tiles { grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr)); } .arms { display: grid; gap: 0.5rem 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); font-size: 0.875rem; } ul.facts { display: grid; gap: 0.25rem; padding-inline-start: 1.25rem; font-size: 0.9375rem; } code { font-size: 0.8125rem; overflow-wrap: anywhere; } tbody th { font-weight: 400; min-inline-size: 5rem; } th.number { white-space: normal; vertical-align: bottom; } .verdict { font-size: 1.125rem; font-weight: 650; } .measure { border-block-start: 1px solid var(--rw-border); padding-block-start: 0.75rem; } .rehearsal { border-inline-start: 4px solid var(--rw-warn); padding-inline-start: 0.75rem; } @media print { .fields, .form { display: none; } } @container pilot (min-width: 58rem) { .split { grid-template-columns: 21rem minmax(0, 1fr); } } @media print { .split { grid-template-columns: minmax(0, 1fr) !important; } }
`, H = O.pilot, Kp = Object.keys(H.comparisons), qp = Object.keys(H.kinds), Jp = 4, Yp = 7, Xp = class extends v {
	static {
		this.properties = { state: { attribute: !1 } };
	}
	static {
		this.sheet = Gp;
	}
	render() {
		let { state: e } = this, { open: t } = e, { draft: n, planned: r, fault: i } = e.pilot;
		if (!t) return h`<div class="stack"><h1 tabindex="-1">${H.title}</h1><p class="muted">${e.busy ?? O.data.nothing}</p></div>`;
		let a = en(t.index, "").length < Jp;
		return h`<div class="stack"> <h1 tabindex="-1">${H.title}</h1> <p class="muted">${H.intro}</p> ${a ? h`<div class="card stack tight"> <p>${H.noUnits}</p> <div><button type="button" @click=${() => N(this, "rw-navigate", { view: "data" })}>${H.addData}</button></div> </div>` : n ? h`<div class="split"> ${this.#a(t, n)} <div class="stack"> ${i ? h`<p class="card bad" role="alert">${H.fault(i)}</p>` : _} ${r ? this.#c(t, r) : _} </div> </div>` : _} ${this.#d(e, t)} ${this.#b()} </div>`;
	}
	#e(e) {
		N(this, "rw-pilot", e);
	}
	#t(e) {
		this.#e({
			kind: "draft",
			patch: e
		});
	}
	#n(e, t, n, [r, i, a]) {
		return h`<div class="field"> <label for=${e}>${t}</label> <input id=${e} type="number" required min=${r} max=${i} step=${a} .value=${String(n)} @change=${(t) => {
			let n = t.target;
			n.reportValidity() && this.#t({ [e]: n.valueAsNumber });
		}} /> </div>`;
	}
	#r(e, t, n, r, i, a) {
		return h`<div class="field full"> <label for=${e}>${t}</label> <select id=${e} @change=${(e) => a(e.target.value)}> ${n.map((e) => h`<option value=${e} ?selected=${e === r}>${i(e)}</option>`)} </select> </div>`;
	}
	#i(e, t, n, r, i) {
		return h`<div class="field full"> <label for=${e}>${t}</label> <input id=${e} type=${n} required maxlength="80" autocomplete="off" .value=${r} @change=${(e) => i(e.target.value)} /> </div>`;
	}
	#a(e, t) {
		let n = ["", ...new Set(e.index.clinic.clinicians.map((e) => e.discipline))].filter((t) => en(e.index, t).length >= Jp), r = (t) => {
			let n = en(e.index, t).length;
			return t === "" ? H.everyone(n) : H.ofDiscipline(oi(Xr(t)), n);
		}, i = t.measure !== "" || t.own.kind === "share";
		return h`<section class="card stack tight" aria-labelledby="design"> <h2 id="design">${H.design}</h2> <div class="fields"> ${this.#i("name", H.name, "text", t.name, (e) => this.#t({ name: e }))} ${this.#r("comparison", H.comparison, Kp, t.comparison, (e) => H.comparisons[e], (e) => this.#t({ comparison: e }))} ${this.#r("discipline", H.discipline, n, t.discipline, r, (e) => this.#t({ discipline: e }))} ${this.#i("start", H.start, "date", t.start, (e) => e && this.#t({ start: e }))} ${this.#n("weeks", H.weeks, t.weeks, [
			1,
			104,
			1
		])} ${this.#n("look", H.look, t.look, [
			0,
			103,
			1
		])} ${this.#r("measure", H.measure, [...Zt.map((e) => e.id), ""], t.measure, (e) => k(H.measures, e) ?? H.own, (e) => this.#t({ measure: e }))} ${t.measure === "" ? this.#o(t) : _} ${this.#n("baseline", H.baseline(i ? H.percent : ""), t.baseline, i ? [
			.1,
			99.9,
			"any"
		] : [
			-1e9,
			1e9,
			"any"
		])} ${this.#n("effect", H.effect(i ? H.points : ""), t.effect, [
			.001,
			i ? 99 : 1e9,
			"any"
		])} ${this.#s(t)} <div class="full">${this.#n("observations", H.observations, t.observations, [
			1,
			1e6,
			"any"
		])}<p class="note">${H.observationsNote}</p></div> ${this.#n("icc", H.icc, t.icc, [
			0,
			1,
			"any"
		])} ${this.#n("correlation", H.correlation, t.correlation, [
			0,
			.99,
			"any"
		])} <p class="full note">${H.guesses}</p> </div> </section>`;
	}
	#o(e) {
		let { own: t } = e, n = (e) => this.#t({ own: {
			...t,
			...e
		} });
		return h`${this.#i("own", H.ownId, "text", t.id, (e) => n({ id: e }))} ${this.#r("kind", H.kind, qp, t.kind, (e) => H.kinds[e], (e) => n({ kind: e }))} ${this.#r("better", H.better, ["higher", "lower"], t.better, (e) => H.betters[e], (e) => n({ better: e }))} ${t.kind === "mean" ? h`<div class="field full"> <label for="sd">${H.sd}</label> <input id="sd" type="number" min="0.000001" step="any" .value=${String(t.sd)} @change=${(e) => n({ sd: e.target.valueAsNumber || 1 })} /> </div>` : _}`;
	}
	#s(e) {
		let t = Zt.filter((t) => t.id !== e.measure), n = (t, n) => this.#t({ also: n ? [...e.also, t] : e.also.filter((e) => e !== t) });
		return h`<fieldset class="full stack tight"> <legend class="note">${H.also}</legend> ${t.map(({ id: t }) => h`<label class="check"> <input type="checkbox" .checked=${e.also.includes(t)} @change=${(e) => n(t, e.target.checked)} /> ${k(H.measures, t)} </label>`)} </fieldset>`;
	}
	#c(e, t) {
		let { design: n } = t, r = t.measures.find((e) => e.primary), i = n.measures.find((e) => e.primary);
		if (!r || !i) return h``;
		let a = Zp(i.kind, !0), o = E(n.power), { planned: s } = r, c = [
			[
				H.power,
				E(s.power),
				H.powerNote(a(i.effect), s.units_per_arm)
			],
			[
				H.detectable,
				a(s.detectable),
				H.detectableNote(o)
			],
			[
				H.needed,
				r.units_needed === void 0 ? H.over : String(r.units_needed),
				H.neededNote(o)
			]
		], l = r.curve.slice(0, Yp).map((e) => ({
			name: H.curveRow(e.units_per_arm),
			value: e.power,
			text: H.curveText(E(e.power, 0), a(e.detectable))
		}));
		return h`<section class="card stack" aria-labelledby="result"> <h2 id="result">${H.result}</h2> <div class="tiles"> ${c.map(([e, t, n]) => h`<div class="card tile"><span>${e}</span><b>${t}</b><span>${n}</span></div>`)} </div> ${t.warnings.length > 0 ? h`<div class="stack tight"><h3>${H.weak}</h3><ul class="facts warn">${t.warnings.map((e) => h`<li>${$p(e, i.kind)}</li>`)}</ul></div>` : _} <rw-interval .values=${l} .label=${H.curve} .caption=${H.curve} .format=${(e) => E(e, 0)} .reference=${{
			value: n.power,
			name: H.wanted
		}} ></rw-interval> ${this.#l(t)} ${this.#u(e, t)} <div class="stack tight"> <h3>${H.hash}</h3> <code>${t.hash}</code> <p class="note">${H.hashNote}</p> <div class="row"> <button type="button" class="primary" aria-disabled=${this.state.history.value.pilot?.hash === t.hash} @click=${() => this.state.history.value.pilot?.hash === t.hash || this.#e({ kind: "fix" })}>${H.fix}</button> <button type="button" @click=${() => this.#e({
			kind: "save",
			what: "protocol"
		})}>${H.saveProtocol}</button> </div> </div> </section>`;
	}
	#l({ looks: e }) {
		return h`<div class="stack tight"> <h3>${H.looks}</h3> <div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table(H.looks)}> <table> <thead> <tr> <th scope="col">${H.looksColumns.day}</th> <th scope="col" class="number">${H.looksColumns.spent}</th> <th scope="col" class="number">${H.looksColumns.bound}</th> <th scope="col" class="number">${H.looksColumns.power}</th> </tr> </thead> <tbody> ${e.map((e) => h`<tr> <th scope="row">${x(e.date, "date")} <span class="note">${H.weekOf(e.week)}</span></th> <td class="number">${E(e.spent, 2)}</td> <td class="number">${T(e.bound, 2)}</td> <td class="number">${E(e.power)}</td> </tr>`)} </tbody> </table> </div> </div>`;
	}
	#u(e, { allocation: t }) {
		return t.length === 0 ? h`<p class="note">${H.oneArm}</p>` : h`<div class="stack tight"> <h3>${H.arms}</h3> <p class="note">${H.armsNote}</p> <div class="arms"> ${["usual", "new"].map((n) => {
			let r = t.filter((e) => e.arm === n).map((t) => j(e.index, "clinician", t.unit));
			return h`<div><b>${H.armNames[n]} (${r.length})</b><p>${r.join(", ")}</p></div>`;
		})} </div> </div>`;
	}
	#d(e, t) {
		let n = e.history.value.pilot, { reading: r, readingFault: i, planned: a } = e.pilot;
		return h`<section class="card stack" aria-labelledby="reading"> <h2 id="reading">${H.reading}</h2> ${n ? h`<div class="stack tight"> <p class="finding">${H.written(n.design.name, x(n.design.start, "date"))}</p> <p><code>${n.hash}</code></p> <div class="row"> <button type="button" class="small" @click=${() => this.#e({
			kind: "save",
			what: "design"
		})}>${H.saveDesign}</button> <button type="button" class="small" @click=${() => this.#e({ kind: "drop" })}>${H.drop}</button> </div> ${this.#p(t, n)} </div>` : h`<p>${H.noFixed}</p>`} <div class="row form"> <label class="button"> ${H.open}<input type="file" class="hidden-text" accept=".json" @change=${this.#f} /> </label> <button type="button" aria-disabled=${!a} @click=${() => a && this.#e({ kind: "rehearse" })}>${H.rehearse}</button> </div> <p class="note form">${H.rehearsalNote}</p> ${i ? h`<p class="bad" role="alert">${i}</p>` : _} ${r ? this.#h(r.reply, r.design, r.rehearsal) : _} </section>`;
	}
	#f(e) {
		let t = e.target, n = t.files?.[0];
		n && this.#e({
			kind: "open",
			file: n
		}), t.value = "";
	}
	#p(e, t) {
		let n = cn(t.design, e.index);
		return n === 0 ? h`<p class="warn">${H.notBegun(x(t.design.start, "date"), x(e.index.clinic.settings.as_of, "date"))}</p>` : h`<form class="stack tight form" @keydown=${this.#m}> <div class="fields"> <div class="field"> <label for="passed">${H.week}</label> <input id="passed" name="week" type="number" required min="1" max=${t.design.weeks} step="1" value=${n} /> </div> <div class="field"> <label for="before-weeks">${H.beforeWeeks}</label> <input id="before-weeks" name="before" type="number" required min="0" max="104" step="1" value="8" /> </div> <label class="check full"><input type="checkbox" name="records" checked /> ${H.records}</label> <div class="field full"> <label for="rows">${H.rows}</label> <textarea id="rows" name="rows" aria-describedby="rows-help" spellcheck="false"></textarea> <p class="note" id="rows-help">${H.rowsHelp}</p> </div> </div> <div><button type="button" class="primary" aria-disabled=${this.state.pilot.busy} @click=${this.#m}>${H.read}</button></div> </form>`;
	}
	#m = df((e) => {
		let t = new FormData(e), n = t.get("records") ? Number(t.get("before")) : void 0;
		this.#e({
			kind: "read",
			data: {
				week: Number(t.get("week")),
				beforeWeeks: n,
				rows: String(t.get("rows") ?? "")
			}
		});
	});
	#h(e, t, n) {
		return h`<div class="stack"> ${n ? h`<p class="rehearsal warn">${H.rehearsal}</p>` : h`<p class=${e.registration === "matches" ? "good" : "warn"}>${H.registrations[e.registration]}</p>`} <p class="note">${H.lookAt(e.week, x(e.date, "date"), e.planned_look)} ${M(e.evidence)}</p> ${e.measures.map((e) => this.#g(e, t))} ${e.warnings.length > 0 ? h`<div class="stack tight"><h3>${H.mislead}</h3><ul class="facts warn">${e.warnings.map((e) => h`<li lang=${Hr(e)}>${M(e)}</li>`)}</ul></div>` : _} </div>`;
	}
	#g(e, t) {
		let n = t.measures.find((t) => t.id === e.id)?.kind ?? "mean", r = k(H.measures, e.id) ?? e.id, i = t.comparison === "before_after", a = Zp(n, !1), o = Zp(n, !0), s = e.arms.map((e) => ({
			name: i && e.arm === "usual" ? H.before : H.armNames[e.arm],
			value: e.value,
			low: e.interval?.[0],
			high: e.interval?.[1],
			text: H.armText(a(e.value), e.units)
		})), c = e.analyses.find((e) => e.planned), l = this.#_(e, o, Qp(n)), u = e.verdict === "better" ? "good" : e.verdict === "worse" ? "bad" : "muted";
		return h`<section class="stack tight measure" aria-label=${r}> <h3>${r} <span class="note">${e.primary ? H.primary : H.other}</span></h3> <p class="verdict ${u}">${H.verdicts[e.verdict]}</p> <p>${$p(e.statement, n)}</p> <p>${e.cannot_exclude.startsWith("this") ? _ : `${H.cannotExclude}: `}${$p(e.cannot_exclude, n)}</p> <rw-interval .values=${s} .label=${H.values(r)} .caption=${""} .format=${a}></rw-interval> <rw-interval .values=${l} .label=${H.difference(r)} .caption=${H.difference(r)} .format=${Qp(n)} .unit=${n === "share" ? H.inPoints : void 0} .reference=${{
			value: 0,
			name: H.none
		}}></rw-interval> ${c && k(H.adjustedFor, c.method) ? h`<p class="note">${k(H.adjustedFor, c.method)}</p>` : _} ${this.#v(e)} ${this.#y(e, o)} </section>`;
	}
	#_(e, t, n) {
		let r = e.analyses.find((e) => e.planned);
		if (r?.estimate === void 0) return [];
		let i = r.estimate, a = (e, r) => r ? [{
			name: e,
			value: i,
			low: r[0],
			high: r[1],
			text: O.forecast.range(n(r[0]), t(r[1]))
		}] : [];
		return [
			...a(H.plannedAnalysis, r.interval),
			...a(H.lookInterval, e.look?.interval),
			...a(H.anytime, e.anytime?.interval)
		];
	}
	#v(e) {
		let { look: t, anytime: n, p_holm: r, p_benjamini_hochberg: i } = e, a = [
			t ? H.z(T(t.z, 2), T(t.bound, 2)) : "",
			n ? H.anytimeP(em(n.p)) : "",
			r === void 0 || i === void 0 ? "" : H.adjusted(em(r), em(i))
		].filter(Boolean).join(" ");
		return a ? h`<p class="note">${a}</p>` : _;
	}
	#y(e, t) {
		return e.analyses.length === 0 ? _ : h`<details> <summary>${H.analyses}</summary> <p class="note">${H.analysesNote}</p> <div class="scroll" tabindex="0" role="region" aria-label="${H.analyses}, ${k(H.measures, e.id) ?? e.id}"> <table> <thead> <tr> <th scope="col">${H.analysisColumns.method}</th> <th scope="col" class="number">${H.analysisColumns.estimate}</th> <th scope="col" class="number">${H.analysisColumns.interval}</th> <th scope="col" class="number">${H.analysisColumns.p}</th> </tr> </thead> <tbody> ${e.analyses.map((e) => {
			let n = e.method === "rate_ratio" ? (e) => `× ${T(e, 2)}` : t;
			return h`<tr> <th scope="row">${H.methods[e.method]}${e.planned ? h` <b>(${H.planned})</b>` : _}</th> <td class="number">${e.estimate === void 0 ? "" : n(e.estimate)}</td> <td class="number">${e.interval ? `${n(e.interval[0])} to ${n(e.interval[1])}` : ""}</td> <td class="number">${e.p === void 0 ? "" : em(e.p)}</td> </tr>`;
		})} </tbody> </table> </div> </details>`;
	}
	#b() {
		return h`<section class="card stack tight" aria-labelledby="limits"> <h2 id="limits">${H.limits}</h2> <ul class="facts"> ${H.limitItems.map((e) => h`<li>${e}</li>`)} </ul> </section>`;
	}
};
function Zp(e, t) {
	return e === "share" ? t ? (e) => H.pointsOf(T(e * 100, 1)) : (e) => E(e, 1) : (e) => w(e, 2);
}
function Qp(e) {
	return e === "share" ? (e) => w(e * 100) : (e) => w(e, 2);
}
function $p(e, t) {
	let n = Zp(t, !0);
	return M(t === "share" ? e.replace(/-?\b0\.\d+/g, (e) => n(Number(e))) : e.replace(/-(?=\d)/g, "−"));
}
function em(e) {
	return e < .001 ? "< 0.001" : T(e, 3);
}
y("rw-view-pilot", Xp), y("rw-promise", class extends v {
	static {
		this.properties = {
			privacy: { attribute: !1 },
			requests: { type: Number }
		};
	}
	static {
		this.sheet = c` :host { display: contents; } .card { align-content: start; } .count { font-size: 2rem; line-height: 1.2; font-weight: 650; } ul { padding-inline-start: 1.25rem; display: grid; gap: 0.5rem; } dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.25rem 0.75rem; } dd { overflow-wrap: anywhere; } code { font-size: 0.8125rem; line-height: 1.5; } `;
	}
	render() {
		return h`<section class="card stack tight"> <h2>${O.privacy.counter}</h2> <p class="count ${this.requests === 0 ? "good" : "bad"}">${this.requests}</p> <p>${O.promise.refusals(this.privacy.refused)}</p> <p class="note">${O.promise.sees}</p> </section> <section class="card stack tight">${this.#e()}</section> ${this.privacy.self ? this.#t() : _}`;
	}
	#e() {
		let { trial: e, trying: t } = this.privacy;
		return h`<h2>${O.promise.check}</h2> <div> <button type="button" aria-disabled=${String(t)} @click=${() => N(this, "rw-try", {})}> ${t ? O.promise.trying : O.promise.attempt} </button> </div> ${e ? h`<p class="outcome ${e.outcome === "refused" ? "good" : "bad"}">${e.outcome === "refused" ? O.promise.refused(e.directive) : O.promise.left}</p>` : _} <p class="note">${O.promise.attemptNote}</p> <ul> ${O.promise.checks.map((e) => h`<li>${e}</li>`)} </ul>`;
	}
	#t() {
		let { self: e } = this.privacy;
		return e ? h`<section class="card stack tight"> <h2>${O.promise.mode}</h2> <p><strong>${O.promise.modes[e.mode]}</strong></p> <p>${O.promise.strengths[e.mode]}</p> <dl> <dt>${O.promise.version}</dt> <dd>${e.version || O.promise.noBuild}</dd> <dt>${O.promise.build}</dt> <dd><code>${e.build || O.promise.noBuild}</code></dd> </dl> <p class="note">${O.promise.buildNote}</p> <p class="note">${O.promise.compare}</p> </section>` : h``;
	}
});
// elements/rw-log/rw-log.ts
var tm = O.keep, nm = 200;
y("rw-log", class extends v {
	static {
		this.properties = { keep: { attribute: !1 } };
	}
	static {
		this.sheet = c` .scroll { overflow: auto; max-block-size: 28rem; border: 1px solid var(--rw-border); border-radius: 10px; } table { inline-size: 100%; } th, td { padding: 0.375rem 0.75rem; text-align: start; white-space: nowrap; } td.reason { white-space: normal; min-inline-size: 10rem; } code { font-size: 0.8125rem; } .row { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: end; } label { display: grid; gap: 0.25rem; } `;
	}
	render() {
		let e = this.keep?.log;
		if (!this.keep) return _;
		let t = e?.entries ?? [];
		return h`<section class="card stack tight" aria-labelledby="log"> <h2 id="log">${tm.log}</h2> <p>${tm.logIntro}</p> <form class="row" @keydown=${this.#n}> <label><span>${tm.expected}</span><input name="expected" autocomplete="off" spellcheck="false" maxlength="80" /></label> <button type="button" @click=${this.#n}>${tm.verify}</button> <button type="button" @click=${() => N(this, "rw-keep-news", {
			kind: "log",
			format: "jsonl"
		})}>${tm.exportJsonl}</button> <button type="button" @click=${() => N(this, "rw-keep-news", {
			kind: "log",
			format: "csv"
		})}>${tm.exportCsv}</button> </form> ${e?.verification ? this.#e(e.verification) : _} ${t.length === 0 ? h`<p class="note">${tm.logEmpty}</p>` : this.#t(t)} </section>`;
	}
	#e({ fault: e, entries: t, signed_to: n, head: r }) {
		let i = e ? tm.fault[e.kind](e.entry, e.to) : tm.verified(t, n);
		return h`<p class=${e ? "bad" : "good"} role="status">${i} ${r ? h`${tm.head} <code>${r}</code>` : _}</p>`;
	}
	#t(e) {
		let t = tm.columns;
		return h`<div class="scroll" tabindex="0" role="group" aria-label=${tm.log}> <table> <thead> <tr> ${[
			t.sequence,
			t.time,
			t.user,
			t.action,
			t.object,
			t.reason,
			t.hash
		].map((e) => h`<th scope="col">${e}</th>`)} </tr> </thead> <tbody> ${e.slice(-200).reverse().map((e) => h`<tr> <td>${e.sequence}</td> <td>${e.time.replace("T", " ").replace("Z", "")}</td> <td>${e.user}</td> <td>${Zr(e.action)}</td> <td><code>${e.object ?? ""}</code></td> <td class="reason">${e.reason ?? ""}</td> <td><code>${e.hash.slice(0, 16)}</code></td> </tr>`)} </tbody> </table> </div> ${e.length > nm ? h`<p class="note">${tm.earlier(nm)}</p>` : _}`;
	}
	#n = df((e) => {
		N(this, "rw-keep-news", {
			kind: "verify",
			expected: String(new FormData(e).get("expected") ?? "")
		});
	});
});
// elements/rw-view-privacy/rw-view-privacy.ts
var rm = O.keep;
y("rw-view-privacy", class extends v {
	static {
		this.properties = { state: { attribute: !1 } };
	}
	static {
		this.sheet = c` .promise { max-inline-size: 48rem; font-size: 1.0625rem; } .cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); } .card { align-content: start; } label { display: grid; gap: 0.25rem; max-inline-size: 24rem; } ul { padding-inline-start: 1.25rem; display: grid; gap: 0.5rem; } code { display: block; padding-block-start: 0.75rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.8125rem; line-height: 1.5; } `;
	}
	render() {
		let { state: e } = this, t = e.privacy.self?.mode === "element";
		return h`<div class="stack"> <h1 tabindex="-1">${O.privacy.title}</h1> <p class="promise">${t ? O.privacy.promiseElement : O.privacy.promise}</p> <div class="cards"> <rw-promise .privacy=${e.privacy} .requests=${e.requests}></rw-promise> <section class="card stack tight"> <h2>${O.privacy.stored}</h2> <p>${O.privacy.storedNone}</p> <p>${O.privacy.saves}</p> ${this.#e(e)} </section> <section class="card stack tight"> <h2>${rm.settings}</h2> ${this.#t(e)} </section> ${t ? _ : h`<section class="card stack tight"> <h2>${O.privacy.how}</h2> <ul> ${O.privacy.howItems.map((e) => h`<li>${e}</li>`)} </ul> </section>`} <section class="card stack tight"> <h2>${O.privacy.limits}</h2> <ul> ${O.privacy.limitItems.map((e) => h`<li>${e}</li>`)} </ul> </section> </div> <rw-log .keep=${e.keep}></rw-log> <details class="card"> <summary>${O.privacy.policy}</summary> <code>${(e.privacy.self?.policy ?? []).join("\n")}</code> </details> </div>`;
	}
	#e({ keep: e }) {
		let { device: t, kept: n } = e, r = {
			unknown: rm.deviceUnknown,
			denied: rm.deviceDenied,
			none: rm.deviceOff,
			copy: rm.deviceCopy,
			on: rm.deviceOn(n?.at, Yt(n?.bytes ?? 0))
		};
		return h`<h3>${rm.device}</h3> <p class=${t === "on" || t === "denied" ? "warn" : ""}>${r[t]}</p> ${e.otherTab ? h`<p class="warn" role="status">${rm.notKept.busy}</p>` : _} <div class="row"> ${t === "copy" ? this.#n(rm.openCopy, { kind: "copy" }) : _} ${t === "none" || t === "copy" ? this.#n(rm.keepHere, {
			kind: "device",
			on: !0
		}) : _} ${e.otherTab && t === "on" ? this.#n(rm.again2, { kind: "again" }) : _} ${t === "on" || t === "copy" ? this.#n(rm.keepNoMore, {
			kind: "device",
			on: !1
		}) : _} ${this.#n(rm.wipe, {
			kind: "ask",
			dialog: { kind: "wipe" }
		})} </div>`;
	}
	#t({ keep: e }) {
		let t = (e) => N(this, "rw-keep-news", {
			kind: "settings",
			settings: e
		});
		return h`<label> <span>${rm.lockMinutes}</span> <input type="number" min=${gn.least} max=${gn.most} step="1" .value=${String(e.settings.lockMinutes)} @change=${(e) => t({ lockMinutes: Number(e.target.value) })} /> </label> <p class="note">${rm.lockMinutesHelp}</p> <label> <span>${rm.user}</span> <input maxlength="40" autocomplete="off" .value=${e.settings.user} @change=${(e) => t({ user: e.target.value })} /> </label> <p class="note">${rm.userHelp}</p> <div class="row"> ${this.#n(rm.lockNow, { kind: "lock" })} ${e.hasKey ? this.#n(rm.changePassphrase, {
			kind: "ask",
			dialog: { kind: "change" }
		}) : _} </div>`;
	}
	#n(e, t) {
		return h`<button type="button" @click=${() => N(this, "rw-keep-news", t)}>${e}</button>`;
	}
});
// elements/rw-fan/rw-fan.ts
function im(e) {
	let t = e.name === "conservative" || e.name === "aggressive" ? e.name : "likely";
	return {
		name: k(O.scenarios.cases, e.name) ?? e.name,
		look: t,
		middle: e.cumulative.p50,
		low: e.cumulative.p10,
		high: e.cumulative.p90
	};
}
var am = 300, om = 12, sm = 64, cm = 104;
y("rw-fan", class extends Tf {
	static {
		this.properties = {
			...Tf.properties,
			series: { attribute: !1 }
		};
	}
	static {
		this.sheet = [wf, c` .conservative { --color: var(--rw-conservative); } .likely { --color: var(--rw-likely); } .aggressive { --color: var(--rw-aggressive); } .line.conservative { stroke-dasharray: 7 4; } .line.likely { stroke-width: 3; } .line.aggressive { stroke-dasharray: 2 4; stroke-linecap: round; stroke-width: 2.5; } `];
	}
	render() {
		return !this.series || this.series.length === 0 || (this.series[0]?.middle.length ?? 0) < 2 ? _ : this.figure();
	}
	drawn() {
		let e = this.width ?? 640, t = e >= 440, n = (this.series[0]?.middle.length ?? 1) - 1, r = this.series.flatMap((e) => [
			...e.low,
			...e.high,
			0
		]), i = yf(Math.min(...r), Math.max(...r), 5), a = bf([0, n], [sm, e - (t ? cm : 8)]), o = bf([i[0] ?? 0, i.at(-1) ?? 1], [270, om]), s = n <= 12 ? 3 : n <= 24 ? 6 : 12, c = xf(this.series.map((e) => o(e.middle.at(-1) ?? 0)), 15, [om, 270]), l = (e) => e.map((e, t) => [a(t), o(e)]);
		return h`<svg viewBox="0 0 ${e} ${am}" role="img" aria-label=${this.spoken}> ${i.map((e) => g`<line class=${e === 0 ? "zero" : "grid"} x1=${sm} x2=${a(n)} y1=${o(e)} y2=${o(e)}></line> <text x=${56} y=${o(e) + 4} text-anchor="end">${this.format(e)}</text>`)} ${Array.from({ length: Math.floor(n / s) + 1 }, (e, t) => t * s).map((e) => g`<text x=${a(e)} y=${292} text-anchor=${e === 0 ? "start" : e === n && !t ? "end" : "middle"}>${O.scenarios.month(e)}</text>`)} ${this.series.map((e) => g`<path class="band ${e.look}" d=${Cf(l(e.high), l(e.low))}></path>`)} ${this.series.map((e) => g`<path class="line ${e.look}" d=${Sf(l(e.middle))}></path>`)} ${t ? this.series.map((e, t) => g`<text class="name ${e.look}" x=${a(n) + 8} y=${(c[t] ?? 0) + 4}>${e.name}</text>`) : _} </svg> ${t ? _ : h`<ul class="plain keys"> ${this.series.map((e) => h`<li> <svg viewBox="0 0 32 8" aria-hidden="true">${g`<path class="line ${e.look}" d="M0 4H32"></path>`}</svg>${e.name} </li>`)} </ul>`}`;
	}
	rows() {
		let e = this.series[0]?.middle ?? [];
		return h`<thead> <tr> <th scope="col">${O.scenarios.monthTitle}</th> ${this.series.map((e) => h`<th scope="col" class="number">${e.name}</th><th scope="col" class="number">${O.scenarios.rangeOf}</th>`)} </tr> </thead> <tbody> ${e.map((e, t) => h`<tr> <th scope="row">${t}</th> ${this.series.map((e) => h`<td class="number">${this.format(e.middle[t] ?? 0)}</td> <td class="number muted">${this.format(e.low[t] ?? 0)} – ${this.format(e.high[t] ?? 0)}</td>`)} </tr>`)} </tbody>`;
	}
});
// elements/rw-view-scenarios/rw-view-scenarios.styles.ts
var lm = c` :host { container: scenarios / inline-size; } .split { display: grid; gap: 1rem; align-items: start; grid-template-columns: minmax(0, 1fr); } .intro { flex: 1 1 20rem; } .deeds { padding-block: 0.75rem; } .assumptions > .note { padding-block-end: 0.5rem; } .instant { padding-block-end: 0.75rem; } .estimate { border: 2px dashed var(--rw-border); border-radius: 6px; padding: 0.5rem 0.75rem; } .estimate .net { font-size: 1.125rem; } .save { align-items: end; flex-wrap: nowrap; } .grow { flex: 0 1 18rem; } .save input { inline-size: 100%; } .cases { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); } .case { border-block-start: 4px solid var(--color); display: grid; gap: 0.25rem; align-content: start; } .case.conservative { --color: var(--rw-conservative); border-block-start-style: dashed; } .case.likely { --color: var(--rw-likely); } .case.aggressive { --color: var(--rw-aggressive); border-block-start-style: dotted; } .case h2 { font-size: 1rem; } .net { font-size: 1.75rem; line-height: 1.2; font-weight: 650; } dl { display: grid; grid-template-columns: minmax(0, 1fr) minmax(min-content, auto); gap: 0.125rem 0.75rem; font-size: 0.875rem; padding-block-start: 0.25rem; } dt { color: var(--rw-muted); } dd.number { white-space: normal; } .progress { min-height: 2.25rem; font-size: 0.9375rem; } .stale { border-inline-start: 4px solid var(--rw-warn); padding-inline-start: 0.75rem; } ul.limits { padding-inline-start: 1.25rem; font-size: 0.9375rem; } @container scenarios (min-width: 58rem) { .split { grid-template-columns: 21rem minmax(0, 1fr); } }
`;
y("rw-approach", class extends v {
	static {
		this.properties = {
			choices: { attribute: !1 },
			approach: { attribute: !1 }
		};
	}
	static {
		this.sheet = c` :host { display: block; padding-block-end: 0.75rem; } select { inline-size: 100%; } td, th { vertical-align: top; } tbody tr:has(th) > * { border-block-end: 0; } td[colspan] { padding-block-start: 0; } `;
	}
	render() {
		let { approach: e } = this;
		return h`<div class="stack tight"> <div class="field"> <label for="approach">${O.scenarios.approach}</label> <select id="approach" @change=${(e) => this.#e(e.target.value)}> <option value="" .selected=${!e}>${O.scenarios.own}</option> ${this.choices.templates.map(({ id: t }) => h`<option value=${t} .selected=${e?.template === t}>${O.scenarios.templates[t] ?? t}</option>`)} </select> </div> ${e ? this.#n(e) : _} </div>`;
	}
	#e(e) {
		let t = this.choices.templates.find((t) => t.id === e)?.id;
		this.#t(t, this.approach?.phased ?? !1);
	}
	#t(e, t) {
		N(this, "rw-scenario", {
			kind: "approach",
			approach: e && {
				template: e,
				phased: t
			}
		});
	}
	#n(e) {
		let t = ji(this.choices, e.template), { discovery_months: n, pilot_months: r, pilot_share: i, scale_months: a } = this.choices.rollout, o = O.scenarios.phases(n ?? 0, r ?? 0, `${w((i ?? 0) * 100)} %`, a ?? 0);
		return t.length === 0 ? h`<p class="warn">${O.scenarios.nothingHere}</p>` : h`<div class="scroll" tabindex="0" role="region" aria-label=${O.scenarios.templates[e.template] ?? e.template}> <table> <thead> <tr> ${O.scenarios.lines.map((e) => h`<th scope="col">${e}</th>`)} </tr> </thead> <tbody> ${t.map((e) => h`<tr> <th scope="row">${e.name}</th> <td>${e.value}</td> <td>${e.range}</td> </tr> <tr> <td class="note" colspan="3">${A(e.source)}</td> </tr>`)} </tbody> </table> </div> <label class="check"> <input type="checkbox" .checked=${e.phased} @change=${(t) => this.#t(e.template, t.target.checked)} />${O.scenarios.phased} </label> ${e.phased ? h`<p class="note">${o}</p>` : _} <p class="note">${O.scenarios.approachNote}</p>`;
	}
}), y("rw-assumption", class extends v {
	static {
		this.properties = {
			control: { attribute: !1 },
			value: { type: Number }
		};
	}
	static {
		this.sheet = c` fieldset { display: grid; gap: 0.25rem; padding-block: 0.625rem 0.75rem; margin-block-end: 0.625rem; border-block-end: 1px solid var(--rw-border); } legend { padding: 0; font-size: 0.9375rem; } .controls { display: grid; grid-template-columns: auto 4.5rem auto auto minmax(4rem, 1fr); gap: 0.375rem; align-items: center; } .controls button { min-height: 2rem; min-inline-size: 2rem; padding: 0; } input[type="number"] { min-height: 2rem; inline-size: 100%; text-align: end; } .unit { font-size: 0.875rem; color: var(--rw-muted); min-inline-size: 1.75rem; } .track { position: relative; } .track input { inline-size: 100%; display: block; } .today { position: absolute; inset-block-end: -0.25rem; inset-inline-start: calc(0.5rem + (100% - 1rem) * var(--today)); inline-size: 2px; block-size: 0.375rem; background: var(--rw-muted); } `;
	}
	render() {
		let { control: e } = this;
		if (!e) return _;
		let { min: t, max: n, step: r, unit: i } = e, a = `${w(this.value)} ${i}`;
		return h`<fieldset> <legend>${e.name}</legend> <div class="controls"> <button type="button" aria-label=${O.scenarios.less(e.name)} aria-disabled=${this.value <= t} @click=${() => this.#e(this.value - r)}>−</button> <input type="number" aria-label=${e.name} min=${t} max=${n} step=${r} autocomplete="off" .value=${String(this.value)} @change=${(e) => this.#e(Number(e.target.value))} /> <span class="unit">${i}</span> <button type="button" aria-label=${O.scenarios.more(e.name)} aria-disabled=${this.value >= n} @click=${() => this.#e(this.value + r)}>+</button> <div class="track"> <input type="range" aria-label="${e.name}, ${O.scenarios.slider}" aria-valuetext=${a} min=${t} max=${n} step=${r} .value=${String(this.value)} @change=${(e) => this.#e(Number(e.target.value))} /> <span class="today" title=${O.scenarios.today} ${dp({ "--today": (0 - t) / (n - t) })}></span> </div> </div> <p class="note">${e.note}</p> </fieldset>`;
	}
	#e(e) {
		let { min: t, max: n, id: r } = this.control;
		if (!Number.isFinite(e)) {
			this.requestUpdate();
			return;
		}
		let i = Math.min(n, Math.max(t, Math.round(e * 100) / 100));
		i === this.value ? this.requestUpdate() : N(this, "rw-scenario", {
			kind: "turn",
			id: r,
			value: i
		});
	}
});
// elements/rw-compare/rw-compare.ts
var U = O.scenarios, um = class extends v {
	static {
		this.properties = {
			report: { attribute: !1 },
			saved: { attribute: !1 },
			choices: { attribute: !1 },
			index: { attribute: !1 },
			differences: { state: !0 },
			against: { state: !0 }
		};
	}
	static {
		this.sheet = c` td small { display: block; color: var(--rw-muted); font-size: 0.8125rem; } tbody th { font-weight: 400; min-inline-size: 9rem; } thead th { vertical-align: bottom; } tbody th[colspan] { font-weight: 650; padding-block-start: 0.875rem; } .saved { display: grid; gap: 0.25rem; justify-items: end; white-space: normal; } .apart { font-weight: 600; } .name { min-inline-size: 6.5rem; overflow-wrap: break-word; } `;
	}
	render() {
		let { report: e, saved: t, choices: n, index: r } = this;
		if (!e || !r) return _;
		let { months: i } = e, a = [...e.cases.map((t) => ({
			name: k(U.cases, t.name) ?? t.name,
			saved: !1,
			each: t,
			months: i,
			settings: To(e, t, n, r)
		})), ...(t ?? []).flatMap(({ name: e, report: t }) => {
			let i = Oo(t);
			return i ? [{
				name: e,
				saved: !0,
				each: i,
				months: t.months,
				settings: Eo(t, n, r)
			}] : [];
		})], o = this.differences ? a.find(({ name: e }) => e === this.against) : void 0;
		return h`<div class="stack tight"> <div class="row spread"> <p class="note">${U.likelyNote}</p> <div class="row no-print"> ${F({
			label: U.show,
			values: [!1, !0],
			current: !!this.differences,
			name: (e) => e ? U.differences : U.values,
			choose: (e) => this.differences = e,
			small: !0
		})} ${this.differences ? this.#e(a) : _} </div> </div> <div class="scroll" tabindex="0" role="region" aria-label=${U.sideBySide}> <table> <thead> <tr> <td></td> <th scope="col" class="number">${U.baseColumn}</th> ${a.map((e) => this.#t(e))} </tr> </thead> ${this.#r(a)} ${this.#i(a, o)} </table> </div> ${a.some(({ saved: e }) => e) ? _ : h`<p class="note">${U.nothingKept}</p>`} </div>`;
	}
	#e(e) {
		return h`<label class="check" >${U.against} <select @change=${(e) => {
			this.against = e.target.value || void 0;
		}}> <option value="" .selected=${!this.against}>${U.baseColumn}</option> ${e.map(({ name: e }) => h`<option value=${e} .selected=${e === this.against}>${e}</option>`)} </select></label >`;
	}
	#t(e) {
		return e.saved ? h`<th scope="col" class="number"> <div class="saved"> <span class="name">${e.name}</span> <div class="row no-print"> <button type="button" class="link" aria-label="${U.open} ${e.name}" @click=${() => this.#n("rw-load", e.name)}>${U.open}</button> <button type="button" class="link" aria-label="${U.remove} ${e.name}" @click=${() => this.#n("rw-remove", e.name)}>${U.remove}</button> </div> </div> </th>` : h`<th scope="col" class="number"><div class="saved"><span class="name">${e.name}</span></div></th>`;
	}
	#n(e, t) {
		this.dispatchEvent(new CustomEvent(e, { detail: t }));
	}
	#r(e) {
		let t = e.map((e) => e.settings), n = [...new Set(t.flatMap((e) => e.map(({ name: e }) => e)))];
		return h`<tbody> <tr><th scope="rowgroup" colspan=${e.length + 2}>${U.settings}</th></tr> ${n.map((e) => {
			let n = t.map((t) => t.find((t) => t.name === e)), r = new Set(n.map((e) => `${e?.value} ${e?.range}`)).size > 1;
			return h`<tr> <th scope="row">${A(e)}</th> <td class="number muted">${U.asToday}</td> ${n.map((e) => h`<td class="number ${r ? "apart" : ""}">${e ? h`${e.value}${e.range ? h`<small>${e.range}</small>` : _}` : h`<span class="muted">${U.asToday}</span>`}</td>`)} </tr>`;
		})} </tbody>`;
	}
	#i(e, t) {
		let n = new Map(e.flatMap(({ each: e }) => e.indicators.map((e) => [e.id, e]))), r = Math.max(...e.map(({ months: e }) => e));
		return h`<tbody> <tr><th scope="rowgroup" colspan=${e.length + 2}>${U.outcomes}</th></tr> ${this.#a(U.netOver(r), e, t, (e) => e.net_cents)} ${this.#a(U.firstYear, e, t, (e) => e.first_year_cents)} ${this.#a(U.present, e, t, (e) => e.return.npv_cents)} ${this.#o(U.payback, e, (e) => Ao(e.return.payback_month))} ${this.#o(U.roi, e, (e) => jo(e.return))} ${[...n.values()].map((n) => this.#s(n, e, t))} </tbody>`;
	}
	#a(e, t, n, r) {
		let i = (e) => Gt(e, this.index.clinic.settings.currency), a = (e) => dm(r(e)), o = new Set(t.map(({ months: e }) => e));
		return h`<tr> <th scope="row">${e}</th> <td class="number muted">${n ? Jt(-a(n.each), i) : i(0)}</td> ${t.map((e) => {
			let t = r(e.each), s = o.size > 1 ? h`<small>${U.months(e.months)}</small>` : _;
			return n ? h`<td class="number">${e.name === n.name ? U.baseOfComparison : Jt(a(e.each) - a(n.each), i)}${s}</td>` : h`<td class="number">${i(dm(t))}${typeof t == "number" ? _ : h`<small>${U.to(i(t.p10), i(t.p90))}</small>`}${s}</td>`;
		})} </tr>`;
	}
	#o(e, t, n) {
		return h`<tr> <th scope="row">${e}</th> <td></td> ${t.map(({ each: e }) => h`<td class="number">${n(e)}</td>`)} </tr>`;
	}
	#s({ id: e, name: t, unit: n, direction: r }, i, a) {
		let o = (e) => Fo(n, e), s = (t) => t.each.indicators.find((t) => t.id === e), c = i.map((e) => s(e)?.base).find((e) => typeof e == "number"), l = a && s(a)?.value, u = (e) => r === 0 || e === 0 ? "" : e > 0 == r > 0 ? "good" : "bad";
		return h`<tr> <th scope="row">${A(t)}</th> <td class="number">${typeof c == "number" ? a && typeof l == "number" ? o(c - l) : Po(n, c) : U.unknown}</td> ${i.map((e) => {
			let t = s(e);
			if (!t || typeof t.value != "number") return h`<td class="number muted">${U.unknown}</td>`;
			if (a) {
				let n = typeof l == "number" ? t.value - l : 0;
				return h`<td class="number"><span class=${u(n)}>${e.name === a.name ? U.baseOfComparison : o(n)}</span></td>`;
			}
			let { difference: r } = t;
			return !this.differences || !r ? h`<td class="number">${Po(n, t.value)}</td>` : h`<td class="number"> <span class=${u(r.mean)}>${o(r.mean)}</span><small>${U.to(o(r.p10), o(r.p90))}</small> </td>`;
		})} </tr>`;
	}
};
function dm(e) {
	return typeof e == "number" ? e : e.mean;
}
y("rw-compare", um);
// elements/rw-drivers/rw-drivers.ts
var fm = 8, pm = class extends v {
	static {
		this.properties = {
			drivers: { attribute: !1 },
			currency: { attribute: !1 }
		};
	}
	static {
		this.sheet = c` tbody th { font-weight: 400; } tr.total > * { font-weight: 650; } `;
	}
	render() {
		if (!this.drivers) return _;
		let { inputs: e, parts: t, advice: n } = this.drivers, r = this.#e, i = e.filter((e) => e.swing_cents.mean !== 0).slice(0, fm);
		return h`<div class="stack tight"> <p>${M(Wt(n))}</p> ${i.length > 0 ? h`<rw-interval .values=${i.map((e) => mm(e, r))} .reference=${t ? {
			value: t.together_cents.mean,
			name: O.scenarios.middle
		} : void 0} .label=${O.scenarios.moves} .unit=${O.scenarios.swing} .caption=${O.scenarios.movesNote} .format=${r} ></rw-interval>` : _} <details> <summary>${O.scenarios.shares}</summary> ${this.#t(e)} </details> ${t && t.changes.length > 1 ? h`<h3>${O.scenarios.parts}</h3><p class="note">${O.scenarios.partsNote}</p>${this.#n(t)}` : _} </div>`;
	}
	#e = (e) => Gt(e, this.currency);
	#t(e) {
		return h`<div class="scroll" tabindex="0" role="region" aria-label=${O.scenarios.shares}> <table> <thead> <tr> ${O.scenarios.shareColumns.map((e, t) => h`<th scope="col" class=${t === 0 ? "" : "number"}>${e}</th>`)} </tr> </thead> <tbody> ${e.map((e) => h`<tr> <th scope="row">${hm(e.name)}</th> <td class="number">${this.#r(e.swing_cents)}</td> <td class="number">${E(e.variance_share)} ± ${E(e.variance_share_error)}</td> <td class="number">${this.#e(e.information_cents)} ± ${this.#e(e.information_error_cents)}</td> </tr>`)} </tbody> </table> </div> <p class="note">${O.scenarios.chanceShare(E(this.drivers.chance_share))}</p>`;
	}
	#n(e) {
		let t = (e, t, n, r) => h`<tr class=${r ? "total" : ""}> <th scope="row">${e}</th> <td class="number">${this.#r(t)}</td> <td class="number">${n ? this.#r(n) : ""}</td> </tr>`;
		return h`<div class="scroll" tabindex="0" role="region" aria-label=${O.scenarios.parts}> <table> <thead> <tr> ${O.scenarios.partColumns.map((e, t) => h`<th scope="col" class=${t === 0 ? "" : "number"}>${e}</th>`)} </tr> </thead> <tbody> ${e.changes.map((e) => t(hm(e.lever), e.alone_cents, e.last_cents, !1))} ${t(O.scenarios.interaction, e.interaction_cents, void 0, !1)} ${t(O.scenarios.together, e.together_cents, void 0, !0)} </tbody> </table> </div>`;
	}
	#r(e) {
		return `${Jt(e.mean, this.#e)} ± ${this.#e(e.mc_error)}`;
	}
};
function mm(e, t) {
	let n = [e.at_low_cents.mean, e.at_high_cents.mean];
	return {
		name: hm(e.name),
		value: e.at_high_cents.mean,
		low: Math.min(...n),
		high: Math.max(...n),
		text: Jt(e.swing_cents.mean, t)
	};
}
function hm(e) {
	let { controls: t, levers: n, unknowns: r } = O.scenarios;
	return k(t, e)?.[0] ?? k(n, e) ?? k(r, e) ?? e.replaceAll("_", " ");
}
y("rw-drivers", pm);
// elements/rw-plot/rw-plot.ts
var gm = 280, _m = 28, vm = 16, ym = 7;
y("rw-plot", class extends Tf {
	static {
		this.properties = {
			...Tf.properties,
			lines: { attribute: !1 },
			dots: { attribute: !1 },
			x: { attribute: !1 },
			y: { attribute: !1 }
		};
	}
	static {
		this.sheet = [wf, c` .line { stroke: var(--rw-accent); } .line.dashed { stroke: var(--rw-text); stroke-dasharray: 6 4; } .dot { fill: var(--rw-accent); } .dot.faint { fill: var(--rw-surface); stroke: var(--rw-control); stroke-width: 1.5; } .dot.best { fill: var(--rw-text); } .mark-text { fill: var(--rw-text); font-weight: 600; paint-order: stroke; stroke: var(--rw-surface); stroke-width: 4px; } `];
	}
	render() {
		return !this.x || !this.y || this.#e().length === 0 ? _ : this.figure();
	}
	#e() {
		return [...(this.dots ?? []).map(({ x: e, y: t }) => [e, t]), ...(this.lines ?? []).flatMap((e) => e.points)];
	}
	drawn() {
		let e = this.width ?? 640, t = this.#e(), n = (e) => t.map((t) => t[e]), r = (e, t) => {
			let [r, i] = [Math.min(...n(e)), Math.max(...n(e))];
			return r === i ? [
				r - 1,
				r,
				r + 1
			] : yf(r, i, t);
		}, i = r(0, e < 480 ? 3 : 5), a = r(1, 5), o = ym * Math.max(...a.map((e) => this.y.format(e).length)) + 12, s = bf([i[0] ?? 0, i.at(-1) ?? 1], [o, e - vm]), c = bf([a[0] ?? 0, a.at(-1) ?? 1], [236, _m]), l = Math.abs(s(i[1] ?? 1) - s(i[0] ?? 0)), u = Math.ceil((ym * Math.max(...i.map((e) => this.x.format(e).length)) + 8) / Math.max(1, l));
		return h`<svg viewBox="0 0 ${e} ${gm}" role="img" aria-label=${this.spoken}> <text x="0" y="12">${this.y.name}</text> <text x=${e - vm} y=${274} text-anchor="end">${this.x.name}</text> ${a.map((t) => g`<line class="grid" x1=${o} x2=${e - vm} y1=${c(t)} y2=${c(t)}></line> <text x=${o - 8} y=${c(t) + 4} text-anchor="end">${this.y.format(t)}</text>`)} ${i.map((e, t) => g`<line class="grid" x1=${s(e)} x2=${s(e)} y1=${_m} y2=${236}></line> ${t % u === 0 ? g`<text x=${s(e)} y=${254} text-anchor=${t === i.length - 1 ? "end" : "middle"}>${this.x.format(e)}</text>` : _}`)} ${(this.lines ?? []).map((e) => g`<path class="line ${e.look}" d=${Sf(e.points.map(([e, t]) => [s(e), c(t)]))}></path>`)} ${(this.dots ?? []).map((e) => g`<circle class="dot ${e.look}" cx=${s(e.x)} cy=${c(e.y)} r=${e.look === "best" ? 7 : e.look === "faint" ? 3.5 : 5}></circle>`)} ${(this.dots ?? []).map((t) => t.mark ? this.#t(t.mark, s(t.x), c(t.y), e) : _)} </svg>`;
	}
	#t(e, t, n, r) {
		let i = ym * e.length / 2, a = t - i < 0 ? "start" : t + i > r ? "end" : "middle";
		return g`<text class="mark-text" x=${t} y=${n < 42 ? n + 22 : n - 11} text-anchor=${a}>${e}</text>`;
	}
	rows() {
		let e = this.dots?.length ? this.dots : (this.lines ?? []).flatMap(({ name: e, points: t }) => t.map(([t, n]) => ({
			x: t,
			y: n,
			text: e,
			look: "main"
		})));
		return h`<thead> <tr> <td></td> <th scope="col" class="number">${this.x.name}</th> <th scope="col" class="number">${this.y.name}</th> </tr> </thead> <tbody> ${e.map((e) => h`<tr> <th scope="row">${e.text}</th> <td class="number">${this.x.format(e.x)}</td> <td class="number">${this.y.format(e.y)}</td> </tr>`)} </tbody>`;
	}
});
// elements/rw-goal/rw-goal.ts
var W = O.goal, bm = class extends v {
	static {
		this.properties = {
			scenario: { attribute: !1 },
			controls: { attribute: !1 },
			currency: { attribute: !1 },
			blocked: { type: Boolean }
		};
	}
	static {
		this.sheet = c` form { display: grid; gap: 0.5rem 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); align-items: end; } select, input { inline-size: 100%; } .answer { border: 2px dashed var(--rw-border); border-radius: 6px; padding: 0.5rem 0.75rem; } .planned { border: 2px solid var(--rw-border); border-radius: 6px; padding: 0.5rem 0.75rem; } .finding { font-size: 1.0625rem; font-weight: 600; } tbody th { font-weight: 400; } th.number { white-space: normal; } thead th { vertical-align: bottom; } `;
	}
	render() {
		let { scenario: e, controls: t } = this;
		if (!e?.report || t.length === 0) return _;
		let { instant: n, approach: r, goal: i, report: a } = e, o = li(a, n?.surface, this.currency);
		return h`<div class="stack tight"> <p class="note">${W.intro}</p> ${r ? h`<p>${W.approach}</p>` : n ? h`${this.#n(o)} ${i.answer ? this.#o(i.answer, o) : _} ${this.#u(o)}` : h`<p>${W.needs}</p> <div><button type="button" aria-disabled=${this.blocked} @click=${() => this.blocked || this.#e({ kind: "prepare" })}>${O.scenarios.prepare}</button></div>`} </div>`;
	}
	#e(e) {
		N(this, "rw-scenario", e);
	}
	#t() {
		let { question: e } = this.scenario.goal;
		return this.controls.some(({ id: t }) => t === e.slider) ? e.slider : (this.controls.find(({ start: e }) => e !== 0) ?? this.controls[0])?.id ?? "";
	}
	#n(e) {
		let { goal: t, instant: n } = this.scenario, { question: r } = t, i = e.find(({ id: e }) => e === r.outcome) ?? e[0], a = this.controls.filter(({ id: e }) => n?.controls.includes(e)), o = this.#t(), s = i && i.direction < 0 ? W.most : W.least, c = (e, t, n, r) => h`<div class="field"> <label for=${e}>${t}</label> <select id=${e} name=${e}> ${n.map(([e, t]) => h`<option value=${e} .selected=${e === r}>${t}</option>`)} </select> </div>`;
		return h`<form @keydown=${this.#a} @change=${this.#r}> ${c("outcome", W.outcome, e.map(({ id: e, name: t }) => [e, t]), i?.id ?? "")} <div class="field"> <label for="reach">${W.reach([s, i?.unit].filter(Boolean).join(" "))}</label> <input id="reach" name="reach" type="number" required step="any" autocomplete="off" .value=${String(r.reach)} /> </div> ${c("slider", W.slider, a.map(({ id: e, name: t }) => [e, t]), o)} ${c("along", W.along, [["", W.none], ...a.filter(({ id: e }) => e !== o).map(({ id: e, name: t }) => [e, t])], r.along)} <div><button type="button" class="primary" @click=${this.#a}>${t.answer ? W.again : W.find}</button></div> </form>`;
	}
	#r = (e) => {
		let t = e.target.closest("form");
		t && this.#i(t);
	};
	#i(e) {
		let t = new FormData(e), n = (e) => String(t.get(e) ?? ""), r = Number(n("reach")), i = n("slider"), a = n("along") === i ? "" : n("along");
		this.#e({
			kind: "goal",
			patch: {
				outcome: n("outcome"),
				slider: i,
				along: a,
				...Number.isFinite(r) ? { reach: r } : {}
			}
		});
	}
	#a = df((e) => {
		this.#i(e), this.#e({ kind: "seek" });
	});
	#o(e, t) {
		let { question: n, points: r } = e, i = t.find(({ id: e }) => e === n.outcome), a = this.controls.find(({ id: e }) => e === n.slider), o = this.controls.find(({ id: e }) => e === n.along);
		if (!i || !a) return _;
		let s = i.direction < 0 ? W.most : W.least, c = W.asked(i.name, s, i.show(n.reach * i.scale)), [l] = r;
		return h`<div class="answer stack tight" role="status"> <h3>${W.estimate}</h3> <p class="note">${c}. ${W.ranges}</p> ${o ? this.#l(e, i, a, o) : l ? this.#s(l, e, i, a) : _} </div>`;
	}
	#s(e, t, n, r) {
		let i = (e) => xm(r, e), { value: a, low: o, high: s } = e.guess, c = [
			n.show(a),
			n.show(o),
			n.show(s)
		], [l, u] = Ti(r).map(i);
		if (e.kind === "beyond") return h`<p class="finding">${W.beyond(r.name, l ?? "", u ?? "")}</p> <p>${W.best(...c)}</p>`;
		let d = e.value ?? 0;
		return h`<p class="finding">${e.kind === "met" ? W.met(r.name) : W.reached(r.name, i(d))}</p> <p>${W.there(...c)}</p> ${e.kind === "met" ? _ : h`<p class="note">${e.cautious === void 0 ? W.notCautious : W.cautious(r.name, i(e.cautious))}</p>`} <div class="row"> ${this.#c(t, e, [[r.id, d]], W.planOf(i(d)))} ${e.cautious === void 0 || e.cautious === d ? _ : this.#c(t, e, [[r.id, e.cautious]], W.planOf(i(e.cautious)))} </div>`;
	}
	#c(e, { guess: t }, n, r) {
		let i = () => this.#e({
			kind: "replan",
			plan: {
				question: e.question,
				guess: t,
				values: n
			}
		});
		return h`<button type="button" class="small no-print" aria-disabled=${this.blocked} @click=${() => this.blocked || i()}>${r}</button>`;
	}
	#l(e, t, n, r) {
		let { points: i } = e, a = i.filter((e) => e.value !== void 0), o = (e) => i.flatMap((t) => {
			let n = e(t);
			return t.along === void 0 || n === void 0 ? [] : [[t.along, n]];
		}), s = o((e) => e.value), c = o((e) => e.cautious), l = (e) => ({
			name: `${e.name}, ${e.unit}`,
			format: (e) => w(e)
		});
		return h`<p class="finding">${W.mixes}</p> <rw-plot .lines=${[...s.length > 1 ? [{
			name: W.byEstimate,
			look: "solid",
			points: s
		}] : [], ...c.length > 1 ? [{
			name: W.even,
			look: "dashed",
			points: c
		}] : []]} .dots=${[]} .x=${l(r)} .y=${l(n)} .label=${W.mixes} .caption=${W.mixNote(a.length, i.length)} ></rw-plot> <div class="scroll" tabindex="0" role="region" aria-label=${W.mixTable}> <table> <thead> <tr> <th scope="col">${r.name}</th> <th scope="col" class="number">${n.name}: ${W.byEstimate.toLowerCase()}</th> <th scope="col" class="number">${W.even}</th> <th scope="col" class="number">${t.name}</th> <td class="no-print"></td> </tr> </thead> <tbody> ${i.map((i) => {
			let a = i.along ?? 0;
			return h`<tr> <th scope="row">${xm(r, a)}</th> <td class="number">${i.value === void 0 ? W.never : i.kind === "met" ? W.today : xm(n, i.value)}</td> <td class="number">${i.cautious === void 0 ? "" : xm(n, i.cautious)}</td> <td class="number">${t.show(i.guess.value)}</td> <td class="number no-print">${i.value === void 0 ? _ : this.#c(e, i, [[r.id, Sm(r, a)], [n.id, i.value]], W.plan)}</td> </tr>`;
		})} </tbody> </table> </div>`;
	}
	#u(e) {
		let { report: t, goal: n } = this.scenario, r = n.planned, i = e.find(({ id: e }) => e === r?.question.outcome), a = t && r ? di(t, r.question.outcome) : void 0;
		if (!r || !i || a === void 0 || !Ii(this.scenario) || this.scenario.running) return _;
		let o = ui(i, a, r.question.reach * i.scale), s = i.show(a);
		return h`<div class="planned stack tight" role="status"> <h3>${W.planned}</h3> <p class="finding ${o ? "good" : "warn"}">${o ? `✓ ${W.holds(s)}` : `▲ ${W.fails(s)}`}</p> <p class="note">${W.wasEstimate(i.show(r.guess.value))}</p> </div>`;
	}
};
function xm(e, t) {
	return `${w(t)} ${e.unit}`;
}
function Sm(e, t) {
	return Math.round(t / e.step) * e.step + 0;
}
y("rw-goal", bm);
// elements/rw-report/rw-report.styles.ts
var Cm = c` .intro { flex: 1 1 20rem; } .pages { display: grid; gap: 1.5rem; justify-items: center; } .page { inline-size: min(100%, 52rem); background: var(--rw-surface); border: 1px solid var(--rw-border); border-radius: 4px; padding: clamp(1rem, 4vw, 2.5rem); display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; align-content: start; font-size: 0.9375rem; } .head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1rem; color: var(--rw-muted); font-size: 0.8125rem; border-block-end: 1px solid var(--rw-border); padding-block-end: 0.5rem; } h2 { font-size: 1.5rem; } .finding { font-size: 1.0625rem; } section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.375rem; min-width: 0; } h3 { font-size: 1rem; } tbody th { font-weight: 400; } th.case { border-block-start: 4px solid var(--color); padding-block-start: 0.25rem; } .case.conservative { --color: var(--rw-conservative); border-block-start-style: dashed; } .case.likely { --color: var(--rw-likely); } .case.aggressive { --color: var(--rw-aggressive); border-block-start-style: dotted; } .cases td.number { white-space: normal; } small { color: var(--rw-muted); font-size: 0.8125rem; white-space: nowrap; } .pair { display: grid; gap: 1rem 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); align-items: start; } .columns { columns: 2 18rem; column-gap: 1.5rem; font-size: 0.875rem; } .column { display: grid; gap: inherit; } .column ul { padding-inline-start: 1.125rem; font-size: 0.875rem; } .chart { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; } .columns > * { break-inside: avoid; padding-block-end: 0.25rem; } dt { font-weight: 600; display: inline; } dt::after { content: ": "; } dd { display: inline; } .record { overflow-wrap: anywhere; } @media print { .pages { display: block; } .page { inline-size: auto; border: 0; border-radius: 0; padding: 0; gap: 0.5rem; font-size: 8.5pt; line-height: 1.3; break-after: page; } .page:last-child { break-after: auto; } h2 { font-size: 14pt; } h3 { font-size: 9.5pt; } .finding { font-size: 10pt; } table, .column ul, .columns, .head, .note, small { font-size: 7.5pt; } section { gap: 0.125rem; } th, td { padding-block: 0.125rem; } .columns { columns: 3; column-gap: 1rem; } .columns > * { padding-block-end: 0.0625rem; } .pair { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } .chart { grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); align-items: start; } }
`, G = O.report, K = O.scenarios, wm = 6, Tm = 4;
y("rw-report", class extends v {
	static {
		this.properties = { state: { attribute: !1 } };
	}
	static {
		this.sheet = Cm;
	}
	render() {
		let { open: e, scenario: t } = this.state, { report: n } = t;
		return e ? n ? h`<div class="stack"> <div class="row spread no-print"> <p class="muted intro">${G.intro}</p> <div class="row"> <button type="button" @click=${() => N(this, "rw-scenario", { kind: "workbook" })}>${K.workbook}</button> <button type="button" class="primary" @click=${() => N(this, "rw-print", {})}>${G.print}</button> </div> </div> ${Ii(t) ? _ : h`<p class="warn no-print" role="note">${G.stale}</p>`} <div class="pages">${this.#n(e, n)} ${this.#s(e, n)}</div> </div>` : h`<p class="muted">${G.empty}</p>` : _;
	}
	#e(e) {
		return (t) => Gt(t, e.index.clinic.settings.currency);
	}
	#t(e, t, n) {
		return h`<div class="head"> <span>${G.of(e.summary.name || O.unnamed, x(e.summary.horizon_start, "date"))}${e.summary.synthetic ? h` <b>${G.synthetic}</b>` : _}</span> <span>${K.months(t.months)}. ${G.page(n)}</span> </div>`;
	}
	#n(e, t) {
		let n = this.#e(e);
		return h`<article class="page" aria-label=${G.page(1)}> ${this.#t(e, t, 1)} <h2>${this.#r(t)}</h2> <p class="finding">${No(t, n)}</p> ${t.complete ? _ : h`<p class="warn">${K.stopped(t.draws)}</p>`} <section> <h3>${G.cases}</h3> ${this.#i(t, n)} <p class="note">${G.casesNote}${t.all_wrong ? ` ${K.allWrong(n(t.all_wrong.net_cents.mean))}` : ""}</p> </section> <div class="chart"> <section> <h3>${K.cumulative(t.months)}</h3> <rw-fan .series=${t.cases.map(im)} .label=${K.cumulative(t.months)} .caption=${K.linesNote} .format=${n}></rw-fan> </section> ${this.#o(t, n)} </div> ${this.#a(e, t)} ${this.#u(n)} </article>`;
	}
	#r(e) {
		return this.state.history.value.scenarios.find((t) => t.report === e)?.name ?? G.title;
	}
	#i(e, t) {
		let n = (e, t) => h`<small>(${K.to(e, t)})</small>`, r = (e) => Ao(e), i = [
			[K.netOver(e.months), ({ net_cents: e }) => h`<b>${t(e.mean)}</b> ${n(t(e.p10), t(e.p90))}`],
			[K.firstYear, ({ first_year_cents: e }) => h`${t(e.mean)} ${n(t(e.p10), t(e.p90))}`],
			[K.present, (e) => t(e.return.npv_cents)],
			[K.payback, (e) => h`${r(e.return.payback_month)}${e.payback_early === e.payback_late ? _ : h` ${n(r(e.payback_early), r(e.payback_late))}`}`],
			[K.roi, (e) => jo(e.return)],
			[K.internal, (e) => Mo(e.return)]
		];
		return h`<div class="scroll cases" tabindex="0" role="region" aria-label=${G.cases}> <table> <thead> <tr> <th scope="col">${G.measure}</th> ${e.cases.map((e) => h`<th scope="col" class="number case ${e.name}">${k(K.cases, e.name) ?? e.name}</th>`)} </tr> </thead> <tbody> ${i.map(([t, n]) => h`<tr><th scope="row">${t}</th>${e.cases.map((e) => h`<td class="number">${n(e)}</td>`)}</tr>`)} </tbody> </table> </div>`;
	}
	#a(e, t) {
		let n = Eo(t, this.state.scenario.choices, e.index);
		return h`<section> <h3>${G.settings}</h3> ${n.length === 0 ? h`<p>${G.nothingChanged}</p>` : h`<div class="scroll" tabindex="0" role="region" aria-label=${G.settings}> <table> <thead> <tr>${G.settingColumns.map((e) => h`<th scope="col">${e}</th>`)}</tr> </thead> <tbody> ${n.map((e) => h`<tr><th scope="row">${e.name}</th><td>${e.value}</td><td>${e.range}</td><td>${e.months}</td></tr>`)} </tbody> </table> </div>`} </section>`;
	}
	#o(e, t) {
		let n = Oo(e)?.split;
		if (!n) return _;
		let r = [
			[K.receivers.clinic, n.clinic_cents],
			[K.receivers.payer, n.payer_cents],
			[K.receivers.staff, n.staff_cents],
			[K.receivers.others, n.others_cents]
		];
		return h`<section> <h3>${K.receives}</h3> <table> <tbody>${r.map(([e, n]) => h`<tr><th scope="row">${e}</th><td class="number">${Jt(n, t)}</td></tr>`)}</tbody> </table> <p class="note">${K.receivesNote}</p> </section>`;
	}
	#s(e, t) {
		let n = this.#e(e);
		return h`<article class="page" aria-label=${G.page(2)}> ${this.#t(e, t, 2)} <div class="pair"> <div class="column"> ${this.#c(t, n)} <section> <h3>${G.limits}</h3> <ul>${t.limits.map((e) => h`<li lang=${Hr(e)}>${M(e)}</li>`)}</ul> </section> </div> ${this.#l(t)} </div> <section> <h3>${G.assumptions}</h3> <ul class="columns plain"> ${t.assumptions.map((e) => h`<li><b>${w(e.value, 3)} ${A(e.unit)}</b> <span lang=${Hr(e.meaning)}>${A(e.meaning)}</span> <span class="note">[${A(e.source)}]</span></li>`)} </ul> </section> <section> <h3>${G.definitions}</h3> <dl class="columns">${G.terms.map(([e, t]) => h`<div><dt>${e}</dt><dd>${t}</dd></div>`)}</dl> </section> <p class="note record"> ${K.record(t.draws, t.runs, t.weeks_planned, t.seed, t.version)} ${G.record(t.seed, t.version, t.input_hash)} ${G.again} ${G.advice} </p> </article>`;
	}
	#c(e, t) {
		let { drivers: n } = e;
		if (!n) return _;
		let r = n.inputs.filter((e) => e.swing_cents.mean !== 0).slice(0, wm);
		return h`<section> <h3>${G.drivers}</h3> <p>${M(Wt(n.advice))}</p> <table> <thead> <tr> <th scope="col">${K.shareColumns[0]}</th> <th scope="col" class="number">${K.shareColumns[1]}</th> </tr> </thead> <tbody>${r.map((e) => h`<tr> <th scope="row">${hm(e.name)}</th> <td class="number">${Jt(e.swing_cents.mean, t)} ± ${t(e.swing_cents.mc_error)}</td> </tr>`)}</tbody> </table> </section>`;
	}
	#l(e) {
		let t = Oo(e)?.indicators.filter((e) => typeof e.base == "number" && typeof e.value == "number") ?? [];
		return t.length === 0 ? _ : h`<section> <h3>${G.week}</h3> <table> <thead> <tr>${G.weekColumns.map((e, t) => h`<th scope="col" class=${t === 0 ? "" : "number"}>${e}</th>`)}</tr> </thead> <tbody> ${t.map((e) => h`<tr> <th scope="row">${e.name}</th> <td class="number">${Po(e.unit, e.base ?? 0)}</td> <td class="number">${Po(e.unit, e.value ?? 0)}</td> <td class="number">${Fo(e.unit, (e.value ?? 0) - (e.base ?? 0))}</td> </tr>`)} </tbody> </table> </section>`;
	}
	#u(e) {
		let t = this.state.history.value.scenarios.slice(0, Tm);
		if (t.length === 0) return _;
		let n = this.state.open?.index.clinic.settings.currency;
		return h`<section> <h3>${G.compared}</h3> <div class="scroll cases" tabindex="0" role="region" aria-label=${G.compared}> <table> <thead> <tr> <th scope="col">${G.measure}</th> ${[
			K.netOver,
			K.firstYear,
			K.present,
			K.payback,
			K.roi
		].map((e) => h`<th scope="col" class="number">${typeof e == "string" ? e : G.net}</th>`)} </tr> </thead> <tbody> ${t.map(({ name: t, report: r }) => {
			let i = Oo(r);
			if (!i) return _;
			let { mean: a, p10: o, p90: s } = i.net_cents;
			return h`<tr> <th scope="row">${t}</th> <td class="number">${Kt(a, n)} <small>(${K.to(e(o), e(s))}), ${K.months(r.months)}</small></td> <td class="number">${e(i.first_year_cents.mean)}</td> <td class="number">${e(i.return.npv_cents)}</td> <td class="number">${Ao(i.return.payback_month)}</td> <td class="number">${jo(i.return)}</td> </tr>`;
		})} </tbody> </table> </div> </section>`;
	}
});
// elements/rw-staffing/rw-staffing.ts
var q = O.staffing, Em = class extends v {
	static {
		this.properties = { state: { attribute: !1 } };
	}
	static {
		this.sheet = [
			fp,
			_f,
			c` :host { container: staffing / inline-size; } .split { display: grid; gap: 1rem; align-items: start; grid-template-columns: minmax(0, 1fr); } .target { display: grid; grid-template-columns: minmax(0, 1fr) auto 5rem 2.5rem; gap: 0.5rem; align-items: center; padding-block: 0.25rem; border-block-end: 1px solid var(--rw-border); } .target input[type="number"], .pair input { inline-size: 100%; } .pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.5rem; align-items: end; } .check input { flex: none; } legend { padding: 0; font-weight: 600; font-size: 0.9375rem; } tbody th { font-weight: 400; } th.number { white-space: normal; vertical-align: bottom; } tr.best > * { font-weight: 650; } @container staffing (min-width: 58rem) { .split { grid-template-columns: 24rem minmax(0, 1fr); } } `
		];
	}
	render() {
		let { open: e, staffing: t } = this.state;
		if (!e) return _;
		let { report: n, running: r, asked: i, draft: a } = t;
		return h`<div class="split"> ${this.#n(a)} <div class="stack"> ${r ? h`<div class="row"> ${pp({
			label: q.running,
			done: r.step,
			of: r.steps,
			percent: r.step / Math.max(1, r.steps) * 100
		})} <span>${q.progress(r.plans, w(r.fte))}</span> </div>` : _} ${n ? h`${i === a ? _ : h`<p class="warn" role="note">${q.stale}</p>`} ${this.#i(n, e.index.clinic.settings.currency)}` : r ? _ : h`<p class="muted">${q.empty}</p>`} </div> </div>`;
	}
	#e(e) {
		N(this, "rw-staffing", e);
	}
	#t(e) {
		this.#e({
			kind: "draft",
			patch: e
		});
	}
	#n(e) {
		let { staffing: t } = this.state, n = xa.every((t) => !e.targets[t].on), r = this.state.engine !== "ready" || n || qa(this.state) && !t.running, i = () => t.running ? this.#e({ kind: "stop" }) : r ? void 0 : this.#e({ kind: "run" }), a = (e, t, n, [r, i, a], o) => h`<div class="field"> <label for=${e}>${t}</label> <input id=${e} type="number" required min=${r} max=${i} step=${a} .value=${String(n)} @change=${(e) => Dm(e, o)} /> </div>`;
		return h`<section class="card stack tight" aria-labelledby="targets"> <h2 id="targets">${q.title}</h2> <p class="note">${q.intro}</p> <fieldset> <legend>${q.targets}</legend> ${xa.map((t) => this.#r(t, e))} </fieldset> <div class="pair"> ${a("demand", q.demand, e.demand, [
			-50,
			150,
			1
		], (e) => this.#t({ demand: e }))} ${a("step", q.step, e.step, [
			.5,
			2,
			.5
		], (e) => this.#t({ step: e }))} </div> ${n ? h`<p class="warn">${q.noTarget}</p>` : _} <div><button type="button" class=${t.running ? "" : "primary"} aria-disabled=${r} @click=${i}>${t.running ? q.stop : q.run}</button></div> </section>`;
	}
	#r(e, t) {
		let [n, r] = q.measures[e], i = t.targets[e], a = (n) => this.#t({ targets: {
			...t.targets,
			[e]: {
				...i,
				...n
			}
		} }), o = Sa(e) === 1 ? 1e3 : 100;
		return h`<div class="target"> <label class="check"><input type="checkbox" .checked=${i.on} @change=${(e) => a({ on: e.target.checked })} /> ${n}</label> <span class="note">${r}</span> <input type="number" aria-label=${q.value(n, r)} required min="0" max=${o} step="any" ?disabled=${!i.on} .value=${String(i.value)} @change=${(e) => Dm(e, (e) => a({ value: e }))} /> <span class="note">${k(q.units, e) ?? ""}</span> </div>`;
	}
	#i(e, t) {
		let n = (e) => Gt(e, t), r = e.best ?? (e.reached ? e.today : Ta(e)), i = r.cost_year_cents - e.today.cost_year_cents, a = e.reached ? r.hires.length === 0 ? q.nobody : q.found(q.more(wa(r))) : q.missed(wa(r));
		return h`<section class="card stack" aria-labelledby="found"> <div class="stack tight"> <h2 id="found">${q.chart}</h2> <p class="finding ${e.reached ? "" : "warn"}">${a}${r.hires.length > 0 ? ` ${q.cost(n(i))}` : ""}</p> ${e.reached ? h`<p class="note">${r.hires.length === 0 ? q.notFewer : e.certain ? q.certain : q.uncertain}</p>` : _} ${r.hires.length > 0 ? h`<div class="row no-print"><button type="button" class="small" @click=${() => this.#e({ kind: "try" })}>${q.also}</button><span class="note">${q.alsoNote}</span></div>` : _} </div> ${e.points.length > 1 ? this.#a(e, r, n) : _} ${this.#o(e, r, t)} <details> <summary>${q.limits}</summary> <ul class="facts"> ${e.limits.map((e) => h`<li lang=${Hr(e)}>${M(e)}</li>`)} </ul> </details> <p class="note">${q.record(e.plans, e.seed, e.version)}</p> </section>`;
	}
	#a(e, t, n) {
		let r = Ea(e), i = (e, t) => e.cost_year_cents === t.cost_year_cents && e.placed === t.placed, a = (e, t, n) => ({
			x: e.cost_year_cents,
			y: e.placed,
			text: wa(e),
			look: t,
			mark: n
		}), o = [
			...e.points.filter((e) => !e.frontier).map((e) => a(e, "faint")),
			...r.filter((e) => !i(e, t)).map((t) => a(t, "main", i(t, e.today) ? q.today : void 0)),
			a(t, "best", e.reached ? q.best : wa(t))
		];
		return h`<rw-plot .lines=${[{
			name: q.frontier,
			look: "solid",
			points: r.map((e) => [e.cost_year_cents, e.placed])
		}]} .dots=${o} .x=${{
			name: q.x,
			format: n
		}} .y=${{
			name: q.y,
			format: (e) => E(e, 1)
		}} .label=${q.chart} .caption=${q.caption(e.points.length)} ></rw-plot>`;
	}
	#o(e, t, n) {
		let r = (e, t) => Sa(e) === 1 ? [w(t), k(q.units, e)].filter(Boolean).join(" ") : E(t, 1);
		return h`<div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table(q.frontier)}> <table> <caption>${q.frontier}</caption> <thead> <tr> <th scope="col">${q.columns.people}</th> ${e.targets.map(({ measure: e }) => h`<th scope="col" class="number">${q.measures[e]?.[0] ?? e}</th>`)} ${e.targets.some(({ measure: e }) => e === "placed") ? _ : h`<th scope="col" class="number">${q.columns.placed}</th>`} <th scope="col" class="number">${q.columns.cost}</th> <th scope="col">${q.columns.met}</th> </tr> </thead> <tbody> ${Ea(e).map((i) => h`<tr class=${i.cost_year_cents === t.cost_year_cents && i.placed === t.placed ? "best" : ""}> <th scope="row">${wa(i)}</th> ${e.targets.map(({ measure: e }, t) => h`<td class="number">${r(e, i.values[t] ?? 0)} ${i.met[t] ? "✓" : "▲"}</td>`)} ${e.targets.some(({ measure: e }) => e === "placed") ? _ : h`<td class="number">${E(i.placed, 1)}</td>`} <td class="number">${Kt(i.cost_year_cents, n)}</td> <td class=${i.meets ? "good" : "muted"}>${i.meets ? q.met : q.notMet}</td> </tr>`)} </tbody> </table> </div>`;
	}
};
function Dm(e, t) {
	let n = e.target;
	n.reportValidity() && t(n.valueAsNumber);
}
y("rw-staffing", Em);
// elements/rw-view-scenarios/rw-view-scenarios.ts
var Om = [
	"run",
	"staffing",
	"report"
];
y("rw-view-scenarios", class extends v {
	static {
		this.properties = {
			state: { attribute: !1 },
			monthly: { state: !0 }
		};
	}
	static {
		this.sheet = [fp, lm];
	}
	#e;
	#t(e, t, n) {
		let r = [...n.keys()].filter(bi).join(), { language: i } = this.state.formats, a = this.#e?.open === e && this.#e.choices === t && this.#e.hires === r;
		return this.#e && a && this.#e.language === i || (this.#e = {
			open: e,
			choices: t,
			hires: r,
			language: i,
			list: _i(e.index.clinic, t?.levers, n)
		}), this.#e.list;
	}
	render() {
		let { state: e } = this, t = e.open;
		if (!t) return h`<div class="stack"><h1 tabindex="-1">${O.scenarios.title}</h1><p class="muted">${e.busy ?? O.data.nothing}</p></div>`;
		let { part: n } = e.scenario;
		return h`<div class="stack"> <div class=${n === "report" ? "row spread no-print" : "row spread"}> <h1 tabindex="-1">${O.scenarios.title}</h1> ${F({
			label: O.report.parts,
			values: Om,
			current: n,
			name: (e) => O.report.partNames[e] ?? e,
			choose: (e) => this.#r({
				kind: "part",
				part: e
			})
		})} </div> ${n === "run" ? this.#n(e, t) : n === "staffing" ? h`<rw-staffing .state=${e}></rw-staffing>` : h`<rw-report .state=${e}></rw-report>`} </div>`;
	}
	#n(e, t) {
		let { report: n, running: r } = e.scenario;
		return h`<div class="row spread"> <p class="muted intro">${O.scenarios.intro}</p> ${this.#i(e)} </div> <div class="split"> ${this.#a(e, t)} <div class="stack results"> ${r ? this.#u(r, t) : _} ${n ? this.#d(e, t, n) : r ? _ : h`<p class="muted">${O.scenarios.empty}</p>`} </div> </div>`;
	}
	#r(e) {
		N(this, "rw-scenario", e);
	}
	#i(e) {
		return F({
			label: O.scenarios.horizon,
			values: [
				12,
				24,
				36
			],
			current: e.scenario.months,
			name: (e) => O.scenarios.months(e),
			choose: (e) => this.#r({
				kind: "months",
				months: e
			})
		});
	}
	#a(e, t) {
		let { draft: n, approach: r, choices: i } = e.scenario, a = Ai(this.#t(t, i, n), r);
		return h`<section class="card assumptions" aria-labelledby="assumptions"> <h2 id="assumptions">${O.scenarios.assumptions}</h2> ${this.#o(e)} ${r ? _ : this.#s(e, t)} ${i ? h`<rw-approach .choices=${i} .approach=${r}></rw-approach>` : _} <p class="note">${O.scenarios.base}</p> ${a.map((e) => h`<rw-assumption .control=${e} .value=${n.get(e.id) ?? e.start}></rw-assumption>`)} </section>`;
	}
	#o(e) {
		let { draft: t, approach: n, running: r } = e.scenario, i = Ii(e.scenario), a = e.engine !== "ready" || qa(e);
		return h`<div class="row deeds"> <button type="button" class=${r ? "" : "primary"} aria-disabled=${!r && (i || a)} @click=${() => r ? this.#r({ kind: "stop" }) : i || a ? void 0 : this.#r({ kind: "run" })} > ${r ? O.scenarios.stop : i ? O.scenarios.upToDate : O.scenarios.run} </button> <button type="button" aria-disabled=${t.size === 0 && !n} @click=${() => this.#r({ kind: "reset" })}>${O.scenarios.reset}</button> </div>`;
	}
	#s(e, t) {
		let { instant: n, preparing: r, guess: i, months: a } = e.scenario, o = O.scenarios;
		if (r) {
			let e = r.step / r.steps * 100;
			return h`<div class="row progress"> ${pp({
				label: o.preparing,
				done: Math.round(e),
				of: 100,
				percent: e
			})} <span>${o.positions(r.draws, r.ofDraws)}</span> <button type="button" class="small" @click=${() => this.#r({ kind: "stop" })}>${o.stop}</button> </div>`;
		}
		let s = e.engine !== "ready" || qa(e), c = (e) => Gt(e, t.index.clinic.settings.currency);
		return h`<div class="instant stack tight"> ${n && Ii(e.scenario) ? h`<p class="note">${o.estimateReady}</p>` : n && i ? h`<div class="estimate" role="status"> <h3>${o.estimate}</h3> ${i === "beyond" ? h`<p>${o.estimateBeyond}</p>` : h`<p class="net">${o.estimated(c(i.value), a)}</p> <p class="note">${o.estimateRange(c(i.low), c(i.high))}</p> ${n.missed === void 0 ? _ : h`<p class="note">${o.estimateMissed(c(n.missed), n.unseen)}</p>`}`} </div>` : h`<p class="note">${o.prepareNote}</p>`} <div><button type="button" class="small" aria-disabled=${s} @click=${() => s ? void 0 : this.#r({ kind: "prepare" })}>${n ? o.prepareAgain : o.prepare}</button></div> </div>`;
	}
	#c() {
		return h`<form class="row save" @keydown=${this.#l}> <div class="field grow"> <label for="name">${O.scenarios.saveAs}</label> <input id="name" name="name" type="text" maxlength="80" required autocomplete="off" /> </div> <button type="button" @click=${this.#l}>${O.scenarios.save}</button> </form>`;
	}
	#l = df((e) => {
		let t = String(new FormData(e).get("name") ?? "").trim();
		t && (e.reset(), this.#r({
			kind: "save",
			name: t
		}));
	});
	#u(e, t) {
		let n = e.steps > 0 ? e.step / e.steps * 100 : 0, { net: r } = e, i = (e) => Gt(e, t.index.clinic.settings.currency);
		return h`<div class="row progress"> ${pp({
			label: O.scenarios.running,
			done: Math.round(n),
			of: 100,
			percent: n
		})} <span>${O.scenarios.draws(e.draws, e.ofDraws)}</span> </div> ${r ? h`<div class="estimate first"> <h3>${O.scenarios.estimate}</h3> <p class="net">${O.scenarios.firstEstimate(i(r[1]), i(r[0]), i(r[2]))}</p> <p class="note">${e.quick ? O.scenarios.quickEstimateNote : O.scenarios.firstEstimateNote(e.draws)}</p> </div>` : _}`;
	}
	#d(e, t, n) {
		let r = !Ii(e.scenario), i = this.#t(t, e.scenario.choices, e.scenario.draft), a = t.index.clinic.settings.currency, o = (e) => Gt(e, a), s = Oo(n);
		return h` ${r ? h`<p class="warn stale" role="note">${O.scenarios.stale}</p>` : _} ${n.complete ? _ : h`<p class="warn">${O.scenarios.stopped(n.draws)}</p>`} <div class="cases">${n.cases.map((e) => this.#f(e, o))}</div> <section class="card stack tight"> <h2>${O.scenarios.cumulative(n.months)}</h2> <rw-fan .series=${n.cases.map(im)} .label=${O.scenarios.cumulative(n.months)} .caption=${`${No(n, o)} ${O.scenarios.linesNote}`} .format=${o} ></rw-fan> </section> <section class="card stack tight"> <h2>${O.goal.title}</h2> <rw-goal .scenario=${e.scenario} .controls=${i} .currency=${a} ?blocked=${e.engine !== "ready" || qa(e)}></rw-goal> </section> <section class="card stack tight"> <h2>${O.scenarios.sideBySide}</h2> ${r ? _ : this.#c()} <rw-compare .report=${n} .saved=${e.history.value.scenarios} .choices=${e.scenario.choices} .index=${t.index} @rw-remove=${(e) => this.#r({
			kind: "remove",
			name: e.detail
		})} @rw-load=${(e) => this.#r({
			kind: "load",
			name: e.detail
		})} ></rw-compare> <div class="row no-print"> <button type="button" class="small" @click=${() => this.#r({ kind: "workbook" })}>${O.scenarios.workbook}</button> <span class="note">${O.scenarios.workbookNote}</span> </div> </section> ${n.drivers ? h`<section class="card stack tight"> <h2>${O.scenarios.moves}</h2> <rw-drivers .drivers=${n.drivers} .currency=${a}></rw-drivers> </section>` : _} ${s ? this.#p(s, o) : _} ${this.#m(n, o)} ${this.#h(n, o)} `;
	}
	#f(e, t) {
		let n = e.net_cents;
		return h`<section class="card case ${e.name}"> <h2>${k(O.scenarios.cases, e.name) ?? e.name}</h2> <p class="net">${t(n.mean)}</p> <p class="note">${O.scenarios.range(t(n.p10), t(n.p90))}</p> <dl> <dt>${O.scenarios.firstYear}</dt> <dd class="number">${t(e.first_year_cents.mean)}</dd> <dt>${O.scenarios.payback}</dt> <dd class="number">${Ao(e.return.payback_month)}</dd> <dt>${O.scenarios.present}</dt> <dd class="number">${t(e.return.npv_cents)}</dd> <dt>${O.scenarios.roi}</dt> <dd class="number">${jo(e.return)}</dd> <dt>${O.scenarios.internal}</dt> <dd class="number">${Mo(e.return)}</dd> </dl> </section>`;
	}
	#p(e, t) {
		let { clinic_cents: n, payer_cents: r, staff_cents: i, others_cents: a } = e.split, { receivers: o, sum: s } = O.scenarios, c = [
			[o.clinic, n],
			[o.payer, r],
			[o.staff, i],
			[o.others, a],
			[s, n + r + i + a]
		];
		return h`<details class="card"> <summary>${O.scenarios.receives}</summary> <p class="note">${O.scenarios.receivesNote}</p> <table> <tbody> ${c.map(([e, n]) => h`<tr><th scope="row">${e}</th><td class="number">${Jt(n, t)}</td></tr>`)} </tbody> </table> </details>`;
	}
	#m(e, t) {
		let n = this.monthly ?? "likely", r = e.cases.find((e) => e.name === n) ?? e.cases[0];
		return r ? h`<details class="card"> <summary>${O.scenarios.monthly}</summary> <div class="stack tight"> ${F({
			label: O.scenarios.monthly,
			values: e.cases.map((e) => e.name),
			current: n,
			name: (e) => k(O.scenarios.cases, e) ?? e,
			choose: (e) => this.monthly = e,
			small: !0
		})} <div class="scroll" tabindex="0" role="region" aria-label=${O.scenarios.monthly}> <table> <thead> <tr> <th scope="col">${O.scenarios.monthTitle}</th> ${O.scenarios.monthlyColumns.map((e) => h`<th scope="col" class="number">${e}</th>`)} </tr> </thead> <tbody> ${r.net.mean.map((n, i) => h`<tr> <th scope="row">${i === 0 ? O.scenarios.before : i}</th> <td class="number">${t(e.base.revenue.mean[i] ?? 0)}</td> <td class="number">${t(e.base.cost.mean[i] ?? 0)}</td> <td class="number">${t(r.series.revenue.mean[i] ?? 0)}</td> <td class="number">${t(r.series.cost.mean[i] ?? 0)}</td> <td class="number">${t(n)}</td> <td class="number muted">${t(r.net.p10[i] ?? 0)} – ${t(r.net.p90[i] ?? 0)}</td> <td class="number">${t(r.cumulative.mean[i] ?? 0)}</td> </tr>`)} </tbody> </table> </div> </div> </details>` : h``;
	}
	#h(e, t) {
		let n = e.all_wrong;
		return h`<section class="card stack tight"> <h2>${O.scenarios.limits}</h2> ${n ? h`<p>${O.scenarios.allWrong(t(n.net_cents.mean))}</p>` : _} <ul class="limits"> ${e.limits.map((e) => h`<li lang=${Hr(e)}>${M(e)}</li>`)} </ul> <details> <summary>${O.scenarios.taken(e.assumptions.length)}</summary> <div class="scroll" tabindex="0" role="region" aria-label=${O.scenarios.assumptions}> <table> <tbody> ${e.assumptions.map((e) => h`<tr> <th scope="row" lang=${Hr(e.meaning)}>${A(e.meaning)}</th> <td class="number">${w(e.value, 3)} ${A(e.unit)}</td> <td class="muted">${A(e.source)}</td> </tr>`)} </tbody> </table> </div> </details> <p class="note">${O.scenarios.record(e.draws, e.runs, e.weeks_planned, e.seed, e.version)}</p> </section>`;
	}
});
// styles/looks.ts
var km = c` [data-look="individual"] { --fill: var(--rw-individual); --edge: var(--rw-individual-edge); } [data-look="group"] { --fill: var(--rw-group); --edge: var(--rw-group-edge); } [data-look="family"] { --fill: var(--rw-family); --edge: var(--rw-family-edge); } [data-look="evaluation"] { --fill: var(--rw-evaluation); --edge: var(--rw-evaluation-edge); } [data-look="telehealth"], [data-look="shift"] { --fill: var(--rw-telehealth); --edge: var(--rw-telehealth-edge); }
`;
// elements/rw-schedule/layout.ts
function Am(e) {
	let t = e.place?.modality;
	return t === "video" || t === "phone" ? "telehealth" : e.kind;
}
function jm(e) {
	let t = [...e].sort((e, t) => e.start - t.start || t.minutes - e.minutes), n = [];
	return {
		blocks: t.map((e) => {
			let t = n.findIndex((t) => t <= e.start);
			return t < 0 && (t = n.length), n[t] = e.start + e.minutes, t === e.lane ? e : {
				...e,
				lane: t
			};
		}),
		lanes: Math.max(1, n.length)
	};
}
function Mm(e, t) {
	let n = e.place;
	return n ? t === "patients" ? e.patients.map((e) => ({
		id: e,
		offset: 0
	})) : t === "rooms" ? n.room ? [{
		id: n.room,
		offset: 0
	}] : [] : n.clinicians.map((e, t) => ({
		id: e,
		offset: n.offsets[t] ?? 0
	})) : [];
}
function Nm(e, t, n, r) {
	let i = new Set(r), a = /* @__PURE__ */ new Map();
	for (let e of t.sessions) {
		if (!e.place) continue;
		let t = b(e.place.start);
		if (i.has(t)) for (let { id: r, offset: i } of Mm(e, n)) {
			let n = `${t}\n${r}`, o = a.get(n) ?? [];
			o.length === 0 && a.set(n, o), o.push({
				session: e.session,
				day: t,
				start: Lt(e.place.start) + i,
				minutes: e.minutes,
				lane: 0,
				look: Am(e),
				home: e.place.modality === "home",
				source: e
			});
		}
	}
	let o = n === "clinicians" ? "clinician" : n === "rooms" ? "room" : "patient";
	return Pm(e, n).map((t) => ({
		...t,
		days: r.map((n) => {
			let { blocks: r, lanes: i } = jm(a.get(`${n}\n${t.id}`) ?? []);
			return {
				day: n,
				open: Ki(e, o, t.id, n),
				blocks: r,
				lanes: i
			};
		})
	}));
}
function Pm(e, t) {
	let { clinic: n } = e;
	return t === "clinicians" ? n.clinicians.map((e) => ({
		id: e.id,
		name: e.name,
		note: Xr(e.discipline)
	})) : t === "rooms" ? n.rooms.map((t) => ({
		id: t.id,
		name: t.name,
		note: `${n.sites.length > 1 ? `${e.sites.get(t.site)?.name ?? ""}, ` : ""}${t.seats} seats`
	})) : n.patients.map((e) => ({
		id: e.id,
		name: e.name || e.id,
		note: Zr(e.phase)
	}));
}
function Fm(e) {
	let t = 24, n = 0;
	for (let r of e) for (let e of r.days) {
		for (let [r, i] of e.open) i - r > 960 || (t = Math.min(t, Math.floor(r / 60)), n = Math.max(n, Math.ceil(i / 60)));
		for (let r of e.blocks) t = Math.min(t, Math.floor(r.start / 60)), n = Math.max(n, Math.ceil((r.start + r.minutes) / 60));
	}
	return t < n ? [t * 60, Math.min(n, 36) * 60] : [480, 1080];
}
function Im(e, t) {
	let n = [0];
	for (let r of e) n.push((n.at(-1) ?? 0) + t(r));
	return n;
}
function Lm(e, t, n, r = 4) {
	let i = e.length - 1, a = 0;
	for (; a < i && (e[a + 1] ?? 0) <= t;) a += 1;
	let o = a;
	for (; o < i && (e[o] ?? 0) < t + n;) o += 1;
	return [Math.max(0, a - r), Math.min(i, o + r)];
}
function Rm(e, t) {
	let n;
	for (let r of e.blocks) (!n || Math.abs(r.start - t) < Math.abs(n.start - t)) && (n = r);
	return n;
}
function zm(e, t) {
	return Math.round(e / t) * t;
}
var Bm = .42;
function Vm(e, t) {
	if (e.length * Bm <= t) return e;
	let n = e.split(/\s+/).map((e) => /^\d+$/.test(e) ? e : e.charAt(0).toUpperCase()).join("");
	return n.length * Bm * 1.25 <= t ? n : "";
}
// elements/rw-view-schedule/rw-view-schedule.styles.ts
var Hm = c` :host { container: view / inline-size; } .top, .bar, .legend { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; } .top { min-height: 2.5rem; } .stage { padding: 0.125rem 0.5rem; border: 1px solid var(--rw-border); border-radius: 8px; font-size: 0.8125rem; color: var(--rw-muted); } .stage[data-stage="proposal"] { border-color: var(--rw-warn); background: var(--rw-warn-tint); color: var(--rw-warn); font-weight: 600; } .stage[data-stage="kept"] { border-color: var(--rw-good); color: var(--rw-good); font-weight: 600; } .split { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); align-items: start; } .empty { display: grid; gap: 0.75rem; justify-items: start; padding: 1.5rem 1rem; border: 1px solid var(--rw-border); border-radius: 10px; background: var(--rw-surface); } .panel { background: var(--rw-surface); border: 1px solid var(--rw-border); border-radius: 10px; padding: 1rem; min-width: 0; } .date { min-inline-size: 11.5rem; text-align: center; font-weight: 600; font-size: 0.9375rem; } .turn { min-inline-size: 2.25rem; padding: 0; } .legend { font-size: 0.8125rem; color: var(--rw-muted); } .legend ul { gap: 0.25rem 0.875rem; } .legend li { gap: 0.375rem; } .swatch { display: inline-grid; place-items: center; inline-size: 1.25rem; block-size: 1.125rem; border-radius: 3px; border-inline-start: 4px solid var(--edge); background: var(--fill); color: var(--rw-text); font-size: 0.6875rem; font-weight: 700; } .outlined { inline-size: 1.25rem; block-size: 1.125rem; border: 1px solid var(--rw-individual-edge); border-inline-start-width: 4px; border-radius: 3px; background: var(--rw-individual); } .bang { display: inline-grid; place-items: center; inline-size: 1rem; block-size: 1rem; border-radius: 50%; background: var(--rw-bad); color: var(--rw-surface); font-size: 0.6875rem; font-weight: 700; } @container view (min-width: 56rem) { .split { grid-template-columns: minmax(0, 1fr) 19rem; } .panel { max-block-size: calc(min(70 * var(--rw-vh), 48rem) + 6rem); overflow: auto; } } @container view (min-width: 78rem) { .split { grid-template-columns: minmax(0, 1fr) 22rem; } } @container view (max-width: 36rem) { .date { min-inline-size: 0; } .keys { display: none; } } @media print { .bar .row:first-child, .keys { display: none; } .split { display: block; } .panel { margin-block-start: 1rem; max-block-size: none; } }
`, Um = c` details { border-block-end: 1px solid var(--rw-border); } summary { padding-block: 0.5rem; } ul { display: grid; padding-block-end: 0.5rem; } li button { display: grid; justify-items: start; justify-content: start; gap: 0; inline-size: 100%; padding: 0.25rem 0.5rem; border: 0; text-align: start; font-size: 0.875rem; } @media print { li button:not(.more) { display: grid !important; } } li small { color: var(--rw-muted); font-size: 0.8125rem; }
`, Wm = 12;
y("rw-changes", class extends v {
	static {
		this.properties = {
			changes: { attribute: !1 },
			outcome: { attribute: !1 },
			notMet: { attribute: !1 },
			sessions: { attribute: !1 },
			total: { attribute: !1 },
			index: { attribute: !1 },
			proposal: { type: Boolean },
			movedOnly: { type: Boolean },
			names: { type: Boolean },
			opened: { state: !0 }
		};
	}
	static {
		this.sheet = [Um, c` summary { font-weight: 600; } li button { line-height: 1.35; } .seats { display: grid; padding: 0.25rem 0.5rem; font-size: 0.875rem; line-height: 1.35; } li s { text-decoration-color: var(--rw-muted); } .limits { border-inline-start: 4px solid var(--rw-warn); padding-inline-start: 0.75rem; } `];
	}
	render() {
		if (!this.changes) return _;
		let e = (e) => this.changes.filter((t) => t.kind === e);
		return h`<section class="stack tight" aria-labelledby="title"> <h2 id="title" tabindex="-1">${O.changes.title}</h2> ${this.#e()} ${this.proposal ? h`<div class="row"> <button type="button" class="primary" @click=${() => N(this, "rw-keep", {})}>${O.schedule.keep}</button> <button type="button" @click=${() => N(this, "rw-revert", {})}>${O.schedule.goBack}</button> </div>` : _} <label class="check"> <input type="checkbox" .checked=${this.movedOnly} @change=${(e) => N(this, "rw-board", { movedOnly: e.target.checked })} />${O.changes.movedOnly} </label> ${this.changes.length === 0 ? h`<p class="note">${O.changes.none}</p>` : _} <div> ${this.#t()} ${[
			"moved",
			"way",
			"room",
			"placed",
			"removed",
			"seats"
		].map((t) => this.#r(t, O.changes[t], e(t)))} </div> <p class="note">${O.changes.kept(this.total - this.changes.length)}</p> ${this.outcome ? h`<p class="note">${O.solve.record(this.outcome.steps, this.outcome.seed, this.outcome.workers)}</p>` : _} </section>`;
	}
	#e() {
		let e = this.outcome;
		if (!e) return _;
		let t = e.costs.reduce((e, t) => e + t.cents, 0), n = e.bound !== void 0 && t > 0 && e.bound <= t ? O.solve.bound(`${Math.ceil((t - e.bound) / t * 100)} %`) : "";
		return h`<div class="limits stack tight"> <p>${e.stopped ? `${O.solve.stopped} ` : ""}${this.notMet.length > 0 ? O.solve.notMet(this.notMet.length) : O.solve.allMet}</p> <p class="note"> ${this.changes.length > 0 ? O.solve.done(this.changes.length, this.total) : O.solve.nothingBetter} ${n} </p> </div>`;
	}
	#t() {
		return this.notMet.length === 0 ? _ : h`<details open> <summary>${O.changes.notMet} (${this.notMet.length})</summary> <ul class="plain"> ${this.#i("notMet", this.notMet, (e) => this.#n(e))} </ul> </details>`;
	}
	#n(e) {
		let t = this.sessions.get(e.session), n = {
			sessions: this.sessions,
			names: this.names,
			self: e.session
		}, r = h`${si(this.index, e.session, e.seats, t, this.names)}${e.mandated ? h` <b class="bad">${O.changes.mandated}</b>` : _} <small>${M(ii(this.index, e.reason, n))}</small> ${e.unblock ? h`<small>${M(ii(this.index, e.unblock, n))}</small>` : _}`;
		return t ? h`<li> <button type="button" class="quiet" @click=${() => N(this, "rw-select", {
			session: e.session,
			focus: "panel"
		})}>${r}</button> </li>` : h`<li><div class="seats">${r}</div></li>`;
	}
	#r(e, t, n) {
		return n.length === 0 ? _ : h`<details ?open=${e === "moved"}> <summary>${t} (${n.length})</summary> <ul class="plain"> ${this.#i(e, n, (e) => this.#a(e))} </ul> </details>`;
	}
	#i(e, t, n) {
		let r = this.opened?.has(e) ?? !1, i = t.length - Wm;
		return [...(r ? t : t.slice(0, Wm)).map(n), !r && i > 0 ? h`<li> <button type="button" class="quiet more" @click=${() => this.opened = /* @__PURE__ */ new Set([...this.opened ?? [], e])}> ${O.data.more(i)} </button> </li>` : _];
	}
	#a(e) {
		let { before: t, after: n } = e;
		return h`<li> <button type="button" class="quiet" @click=${() => N(this, "rw-select", {
			session: e.session,
			focus: "panel"
		})}> ${[Qr(this.index, n), ti(this.index, n, this.names)].filter(Boolean).join(", ")} ${n.place ? h`<small>${ni(this.index, n.place)}</small>` : _} ${t.place && e.kind !== "seats" ? h`<small>${O.changes.from} ${ni(this.index, t.place)}</small>` : _} </button> </li>`;
	}
});
// elements/rw-day-check/rw-day-check.ts
var Gm = [
	"blocks",
	"risk",
	"note"
];
y("rw-day-check", class extends v {
	static {
		this.properties = {
			reply: { attribute: !1 },
			sessions: { attribute: !1 },
			index: { attribute: !1 },
			names: { type: Boolean },
			label: { attribute: !1 }
		};
	}
	static {
		this.sheet = [Um, c` summary b { font-variant-numeric: tabular-nums; } li { padding-block: 0.375rem; } small { display: block; color: var(--rw-muted); } li button.small { inline-size: auto; min-height: 1.75rem; margin-block-start: 0.25rem; padding-inline: 0.5rem; border: 1px solid var(--rw-control); } `];
	}
	render() {
		let { reply: e } = this;
		return h`<section class="stack tight" aria-labelledby="title"> <h2 id="title">${O.day.title(this.label)}</h2> ${e ? h`<p>${O.day.looked(e.sessions, e.findings.length)}</p> <div>${Gm.map((t) => this.#e(t, e.findings.filter((e) => e.urgency === t)))}</div>` : h`<p class="muted">${O.day.loading}</p>`} <p class="note">${O.day.note}</p> </section>`;
	}
	#e(e, t) {
		return t.length === 0 ? _ : h`<details ?open=${e === "blocks"}> <summary><b>${t.length}</b> ${O.day.urgencies[e]}</summary> <ul class="plain"> ${t.map((e) => this.#t(e))} </ul> </details>`;
	}
	#t({ kind: e, sessions: t, text: n, proposal: r }) {
		let [i] = t.flatMap((e) => this.sessions.get(e) ?? []), a = M(ii(this.index, n, {
			sessions: this.sessions,
			names: this.names
		})), o = r?.actions[0];
		return h`<li> <b>${O.day.kinds[e]}</b> <div>${a}</div> ${i?.place ? h`<button type="button" class="link" @click=${() => N(this, "rw-select", {
			session: i.session,
			focus: "panel"
		})}> ${Qr(this.index, i)}, ${ni(this.index, i.place)} </button>` : _} ${o && "session" in o && "place" in o ? h`<small>${O.day.proposal(ni(this.index, o.place))}</small> <button type="button" class="small" @click=${() => N(this, "rw-move", {
			session: o.session,
			place: o.place
		})}>${O.day.use}</button>` : _} </li>`;
	}
});
// elements/rw-day-sheets/rw-day-sheets.ts
var Km = O.sheets;
y("rw-day-sheets", class extends v {
	static {
		this.properties = { state: { attribute: !1 } };
	}
	static {
		this.sheet = c` .page { padding: 1rem; border: 1px solid var(--rw-border); border-radius: 4px; background: var(--rw-surface); } .head, .foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1rem; color: var(--rw-muted); font-size: 0.8125rem; } .done { inline-size: 28%; } td.time { white-space: nowrap; } td { overflow-wrap: anywhere; } @media print { .page { break-after: page; border: 0; padding: 0; } .page:last-child { break-after: auto; } tr { break-inside: avoid; } td { padding-block: 0.5rem; border-color: #b9c0ca; } .scroll { overflow: visible; } } `;
	}
	render() {
		let { sheets: e } = this.state;
		if (!e) return _;
		let { reply: t } = e;
		return h`<div class="stack"> ${this.#e(e)} ${t ? t.sheets.length === 0 ? h`<p class="muted">${Km.empty}</p>` : h`<div class="stack">${t.sheets.map((n) => this.#t(t, n, e.by))}</div>` : h`<p class="muted">${Km.making}</p>`} </div>`;
	}
	#e(e) {
		let { by: t, names: n, reply: r } = e;
		return h`<div class="stack tight no-print"> <div class="row spread"> <div class="row"> ${F({
			label: Km.by,
			values: [
				"clinician",
				"room",
				"group"
			],
			current: t,
			name: (e) => Km.of[e],
			choose: (e) => N(this, "rw-sheets", {
				by: e,
				names: n
			})
		})} <label class="check"> <input type="checkbox" .checked=${n} @change=${(e) => N(this, "rw-sheets", {
			by: t,
			names: e.target.checked
		})} /> ${Km.names} </label> </div> <div class="row"> <button type="button" @click=${() => N(this, "rw-sheets", { close: !0 })}>${Km.close}</button> <button type="button" class="primary" ?disabled=${!r || r.sheets.length === 0} @click=${() => N(this, "rw-print", {})}>${Km.print}</button> </div> </div> <p class="note">${n ? _ : Km.neutral} ${r ? Km.pages(r.sheets.length) : _}</p> </div>`;
	}
	#t(e, t, n) {
		return h`<article class="page stack tight" aria-label=${t.title}> <div class="head"><span>${e.clinic}${e.synthetic ? h` <b>${Km.synthetic}</b>` : _}</span><span>${x(e.day, "long")}</span></div> <h2>${t.title}</h2> <div class="scroll" tabindex="0" role="region" aria-label=${t.title}> <table> <thead> <tr> <th scope="col">${Km.time}</th> <th scope="col">${Km.what}</th> <th scope="col">${Km.patients}</th> <th scope="col">${Km.clinicians}</th> ${n === "room" ? _ : h`<th scope="col">${Km.place}</th>`} <th scope="col" class="done">${Km.done}</th> </tr> </thead> <tbody> ${t.rows.map((e) => this.#n(e, n))} </tbody> </table> </div> <div class="foot"> <span>${e.notice ?? _}</span> <span>${Km.version(e.plan.slice(0, 8), Ht(e.as_of))}</span> </div> </article>`;
	}
	#n(e, t) {
		return h`<tr> <td class="time">${Vt(Lt(e.from))}–${Vt(Lt(e.until))}</td> <td>${e.what}</td> <td>${e.patients.length === 0 && e.seats > 0 ? Km.seats(e.seats) : e.patients.join(", ")}</td> <td>${e.clinicians.join(", ")}</td> ${t === "room" ? _ : h`<td>${e.room || O.modalities[e.modality]}</td>`} <td class="done"></td> </tr>`;
	}
});
// elements/rw-incident/rw-incident.ts
var J = O.incident, qm = 100, Jm = class extends v {
	static {
		this.properties = { state: { attribute: !1 } };
	}
	static {
		this.sheet = [
			fp,
			_f,
			c` .form { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); gap: 0.5rem 0.75rem; align-items: end; } .form .wide { grid-column: 1 / -1; } .way { border: 1px solid var(--rw-border); border-radius: 8px; padding: 0.75rem; display: grid; gap: 0.5rem; } h3 { margin: 0; font-size: 1rem; } small { display: block; color: var(--rw-muted); font-size: 0.8125rem; } `
		];
	}
	render() {
		let { open: e, incident: t } = this.state, { draft: n } = t;
		return !e || !n ? _ : h`<section class="stack tight" aria-labelledby="title"> <h2 id="title" tabindex="-1">${J.title}</h2> <p class="note">${J.intro}</p> ${this.#t(e, n)} ${this.#o(e, t)} ${this.#s(t)} ${this.#c(e, t)} </section>`;
	}
	#e(e) {
		let { draft: t } = this.state.incident;
		t && N(this, "rw-incident", {
			kind: "draft",
			draft: {
				...t,
				...e
			}
		});
	}
	#t(e, t) {
		let { index: n } = e, r = (e, t) => [...e.keys()].map((e) => ({
			id: e,
			name: j(n, t, e)
		})), i = [...n.patients.keys()].map((t) => ({
			id: t,
			name: this.#i(e, t)
		})), a = this.#n("clinician", J.clinician, r(n.clinicians, "clinician"), t.clinician, (e) => this.#e({ clinician: e })), o = h`${this.#r("from", J.from, e, t.from, (e) => this.#e({ from: e }))} ${this.#r("until", J.until, e, t.until, (e) => this.#e({ until: e }))}`, s = Vn.map((e) => ({
			id: e,
			name: J.kinds[e]
		}));
		return h`<div class="form"> <div class="wide">${this.#n("kind", J.what, s, t.kind, (e) => this.#e({ kind: e }))}</div> ${t.kind === "sick" ? h`${a} ${o}` : _} ${t.kind === "late" ? h`${a} ${this.#n("minutes", J.minutes, Hn.map((e) => ({
			id: String(e),
			name: J.minutesOf(e)
		})), String(t.minutes), (e) => this.#e({ minutes: Number(e) }))}` : _} ${t.kind === "room_closed" ? h`${this.#n("room", J.room, r(n.rooms, "room"), t.room, (e) => this.#e({ room: e }))} ${o}` : _} ${t.kind === "emergency" ? h`${this.#n("patient", J.patient, i, t.patient, (e) => this.#e({ patient: e }))} ${this.#n("service", J.service, qn(n), t.service, (e) => this.#e({ service: e }))} ${this.#r("by", J.by, e, t.by, (e) => this.#e({ by: e }))}` : _} ${this.#r("now", J.now, e, t.now, (e) => this.#e({ now: e }))} <p class="note wide" id="now-note">${J.nowNote}</p> </div>`;
	}
	#n(e, t, n, r, i) {
		return h`<div class="field"> <label for=${e}>${t}</label> <select id=${e} .value=${r} @change=${(e) => i(e.target.value)}> ${n.map((e) => h`<option value=${e.id} ?selected=${e.id === r}>${e.name}</option>`)} </select> </div>`;
	}
	#r(e, t, { index: n }, r, i) {
		return h`<div class="field"> <label for=${e}>${t}</label> <input id=${e} type="datetime-local" min=${Rt(n.firstDay, 0)} max=${Rt(n.firstDay + n.days, 0)} aria-describedby=${e === "now" ? "now-note" : _} .value=${r} @change=${(e) => e.target.value && i(e.target.value.slice(0, 16))} /> </div>`;
	}
	#i({ index: e }, t) {
		return this.state.board.names ? j(e, "patient", t) : t;
	}
	#a(e, t) {
		let n = (t, n) => j(e.index, t, n);
		switch (t.kind) {
			case "sick": return J.told.sick(n("clinician", t.clinician), Ht(t.from), Ht(t.until));
			case "late": return J.told.late(n("clinician", t.clinician), t.minutes);
			case "room_closed": return J.told.room_closed(n("room", t.room), Ht(t.from), Ht(t.until));
			case "emergency": return J.told.emergency(this.#i(e, t.patient), e.index.services.get(t.service)?.name ?? t.service, Ht(t.by));
			case "admission": return t.patient?.id ?? "";
		}
	}
	#o(e, { events: t }) {
		return t.length === 0 ? _ : h`<ul class="facts" aria-label=${J.besides}> ${t.map((t, n) => {
			let r = this.#a(e, t);
			return h`<li> ${r} <button type="button" class="small quiet" aria-label=${J.remove(r)} @click=${() => N(this, "rw-incident", {
				kind: "less",
				at: n
			})}>×</button> </li>`;
		})} </ul>`;
	}
	#s({ running: e, result: t }) {
		if (e) {
			let t = e.steps > 0 ? e.step / e.steps * 100 : 0;
			return h`<div class="row"> ${pp({
				label: J.running,
				done: Math.round(t),
				of: 100,
				percent: t
			})} <span>${J.progress(`${Math.floor(t)} %`, e.found)}</span> <button type="button" class="small" @click=${() => N(this, "rw-incident", { kind: "stop" })}>${J.stop}</button> </div>`;
		}
		let n = qa(this.state);
		return h`<div class="row"> <button type="button" class=${t ? _ : "primary"} aria-disabled=${n} @click=${() => !n && N(this, "rw-incident", { kind: "run" })}> ${t ? J.again : J.run} </button> <button type="button" class="quiet" @click=${() => N(this, "rw-incident", { kind: "more" })}>${J.more}</button> <button type="button" class="quiet" @click=${() => N(this, "rw-incident", { kind: "close" })}>${J.close}</button> </div> ${n ? h`<p class="muted">${J.busy}</p>` : _}`;
	}
	#c(e, t) {
		let { result: n, running: r } = t;
		if (!n || r) return _;
		let i = Xn(n, t, this.state.history.value.plan, e.index), { reply: a } = n;
		return h`${i ? _ : h`<p class="warn" role="note">${J.stale}</p>`} ${n.stopped ? h`<p class="warn">${J.stopped}</p>` : _} ${a.stuck.length > 0 ? h`<p class="warn">${J.stuck(a.stuck.length)}</p>` : _} ${a.faults_before > 0 ? h`<p class="note">${J.faults(a.faults_before)}</p>` : _} ${a.proposals.length === 0 ? h`<p class="finding">${J.nothing}</p> ${i ? h`<div><button type="button" @click=${() => N(this, "rw-incident", {
			kind: "accept",
			proposal: 0
		})}>${J.note}</button></div>` : _}` : h`<p class="finding">${J.affected(a.affected.length)}</p> ${a.proposals.map((t, n) => this.#l(e, t, n, i))}`}`;
	}
	#l(e, t, n, r) {
		let { index: i } = e, { names: a } = this.state.board, o = new Map(t.plan.sessions.map((e) => [e.session, e])), s = (e) => {
			let t = o.get(e);
			return t ? Qr(i, t) : e;
		};
		return h`<article class="way" aria-labelledby=${`way-${n}`}> <h3 id=${`way-${n}`}>${J.way(n + 1)}</h3> <p>${Ym(t, i.clinic.settings.currency)}</p> ${r ? h`<div> <button type="button" class=${n === 0 ? "primary" : _} @click=${() => N(this, "rw-incident", {
			kind: "accept",
			proposal: n
		})}> ${J.use(n + 1)} </button> </div>` : _} ${t.cancelled.length > 0 ? h`<details open> <summary>${J.gone} (${t.cancelled.length})</summary> <ul class="facts"> ${t.cancelled.map((e) => h`<li> ${si(i, e.session, e.seats, o.get(e.session), a)}${e.mandated ? h` <b class="bad">${O.changes.mandated}</b>` : _} <small>${M(ii(i, e.reason, {
			sessions: o,
			names: a,
			self: e.session
		}))}</small> </li>`)} </ul> </details>` : _} ${t.moves.length > 0 ? h`<details ?open=${n === 0}> <summary>${J.moves} (${t.moves.length})</summary> <ul class="facts"> ${t.moves.map((e) => h`<li> ${s(e.session)}${e.to ? h`: ${ni(i, e.to)}` : _} ${e.from ? h`<small>${J.was} ${ni(i, e.from)}</small>` : _} </li>`)} </ul> </details>` : _} ${t.told.length > 0 ? h`<details> <summary>${J.tell(t.told.length)}</summary> <ul class="facts"> ${t.told.map((t) => h`<li>${this.#u(e, t.kind, t.id)}: ${J.sessionsOf(t.sessions.length)}</li>`)} </ul> </details>` : _} </article>`;
	}
	#u(e, t, n) {
		return t === "clinician" ? `${J.tellKinds.clinician} ${j(e.index, "clinician", n)}` : t === "patient" ? `${J.tellKinds.patient} ${this.#i(e, n)}` : `${J.tellKinds.contact} ${n}`;
	}
};
function Ym(e, t) {
	let n = e.extra_cents;
	return oi(`${[
		J.moved(e.moved),
		e.rooms_changed > 0 ? J.rooms(e.rooms_changed) : "",
		J.lost(e.cancelled.length),
		e.mandated_lost > 0 ? J.mandated(e.mandated_lost) : "",
		e.late_min > 0 ? J.late(e.late_min) : "",
		Math.abs(n) < qm ? "" : (n > 0 ? J.costs : J.saves)(Gt(Math.abs(n), t))
	].filter(Boolean).join(", ")}.`);
}
y("rw-incident", Jm);
// elements/rw-problems/rw-problems.ts
var Xm = 8;
y("rw-problems", class extends v {
	static {
		this.properties = {
			violations: { attribute: !1 },
			unplaced: { attribute: !1 },
			missing: { attribute: !1 },
			sessions: { attribute: !1 },
			index: { attribute: !1 },
			names: { type: Boolean },
			opened: { state: !0 }
		};
	}
	static {
		this.sheet = [Um, c` summary { font-size: 0.9375rem; } summary b { font-variant-numeric: tabular-nums; } li button { min-height: 2rem; } .fine { display: flex; gap: 0.5rem; align-items: center; } `];
	}
	render() {
		if (!this.violations) return _;
		let e = /* @__PURE__ */ new Map();
		for (let t of this.violations) e.set(t.rule, [...e.get(t.rule) ?? [], t]);
		let t = [...e].sort((e, t) => t[1].length - e[1].length), n = this.violations.length, r = (this.missing ?? 0) - this.unplaced.length;
		return h`<section class="stack tight" aria-labelledby="title"> <h2 id="title">${n > 0 ? O.schedule.problems(n) : this.sessions.size > 0 ? O.schedule.noProblems : O.schedule.nothingYet}</h2> ${n === 0 && this.sessions.size > 0 ? h`<p class="note fine"><span class="good">${lf("check")}</span>${O.schedule.noProblemsNote}</p>` : _} <div> ${t.map(([e, t]) => this.#e(e, O.rule(e, t.length), t.map((e) => this.#n(e))))} ${this.unplaced.length > 0 ? this.#e("unplaced", O.schedule.notPlaced(this.unplaced.length), this.unplaced.map((e) => this.#r(e))) : _} </div> ${r > 0 ? h`<p class="note">${O.schedule.seatsNotGiven(r)}</p>` : _} </section>`;
	}
	#e(e, t, n) {
		let r = this.opened?.has(e) ?? !1, i = n.length - Xm;
		return h`<details> <summary>${t}</summary> <ul class="plain"> ${r ? n : n.slice(0, Xm)} ${!r && i > 0 ? h`<li><button type="button" class="quiet more" @click=${() => this.#t(e)}>${O.data.more(i)}</button></li>` : _} </ul> </details>`;
	}
	#t(e) {
		this.opened = /* @__PURE__ */ new Set([...this.opened ?? [], e]);
	}
	#n(e) {
		let t = this.sessions.get(e.sessions[0] ?? ""), n = this.sessions.get(e.sessions[1] ?? ""), r = e.resource, i = r?.kind === "clinician" || r?.kind === "room" || r?.kind === "patient" && this.names ? j(this.index, r.kind, r.id) : t ? Qr(this.index, t) : ii(this.index, e.text, {
			sessions: this.sessions,
			names: this.names
		}), a = [t, e.sessions.length === 2 ? n : void 0].filter((e) => e !== void 0).map((e) => e.place ? ni(this.index, e.place) : Qr(this.index, e));
		return h`<li> <button type="button" class="quiet" ?disabled=${!t} @click=${() => this.#i(e.sessions[0])}> ${i}<small>${a[0] ?? ii(this.index, e.text, {
			sessions: this.sessions,
			names: this.names
		})}</small>${a[1] ? h`<small>${a[1]}</small>` : _} </button> </li>`;
	}
	#r(e) {
		return h`<li> <button type="button" class="quiet" @click=${() => this.#i(e.session)}> ${Qr(this.index, e)}<small>${ti(this.index, e, this.names) || O.kinds[e.kind]}</small> </button> </li>`;
	}
	#i(e) {
		e && N(this, "rw-select", {
			session: e,
			focus: "panel"
		});
	}
});
// state/routes.ts
var Zm = [180, 460], Qm = 1;
function $m(e, t) {
	let n = e.places.flatMap(({ at: e }) => e ? [e] : []);
	if (n.length === 0) return;
	let [r, i] = eh(n.map((e) => e.east)), [a, o] = eh(n.map((e) => e.north)), s = Math.max(t - 56, 1), c = Math.min(s / (i - r), (Zm[1] - 56) / (o - a)), l = Math.max(Zm[0], (o - a) * c + 56), [u, d] = [(t - (i - r) * c) / 2, (l - (o - a) * c) / 2], f = yf(0, s / c, 5)[1] ?? 1;
	return {
		height: l,
		x: bf([r, i], [u, t - u]),
		y: bf([a, o], [l - d, d]),
		scale: {
			miles: f,
			length: f * c
		}
	};
}
function eh(e) {
	let [t, n] = [Math.min(...e), Math.max(...e)], r = Math.max(0, Qm - (n - t)) / 2;
	return [t - r, n + r];
}
function th(e) {
	return [
		e.start,
		...e.stops.map((e) => e.place),
		e.end
	].flatMap((e) => e === void 0 ? [] : [e]);
}
function nh(e) {
	let t = /* @__PURE__ */ new Map();
	return e.stops.forEach(({ place: e }, n) => {
		e !== void 0 && t.set(e, [...t.get(e) ?? [], n + 1]);
	}), t;
}
// elements/rw-route-map/rw-route-map.ts
var rh = [
	"site",
	"clinician_home",
	"patient_home"
], ih = class extends Tf {
	static {
		this.properties = {
			...Tf.properties,
			reply: { attribute: !1 },
			chosen: { attribute: !1 },
			nameOf: { attribute: !1 }
		};
	}
	static {
		this.sheet = [wf, c` svg.map { background: var(--rw-surface); border: 1px solid var(--rw-border); border-radius: 10px; } .route { fill: none; stroke: var(--rw-border); stroke-width: 1.5; } .route.chosen { stroke: var(--rw-accent); stroke-width: 2.5; stroke-linejoin: round; } .mark { fill: var(--rw-surface); stroke: var(--rw-control); stroke-width: 1.5; } .mark.chosen { stroke: var(--rw-accent); stroke-width: 2; } .site { fill: var(--rw-text); stroke: var(--rw-text); } .number { fill: var(--rw-text); font-weight: 600; text-anchor: middle; stroke: var(--rw-surface); stroke-width: 3px; paint-order: stroke; } .scale { stroke: var(--rw-muted); stroke-width: 1.5; fill: none; } .keys svg { inline-size: 1rem; block-size: 1rem; } @media (forced-colors: active) { .route.chosen, .mark.chosen { stroke: Highlight; } } `];
	}
	render() {
		return this.reply ? this.figure() : _;
	}
	drawn() {
		let { reply: e } = this, t = this.width ?? 640, n = $m(e, t);
		if (!n) return h`<p class="muted">${O.routes.noMap}</p>`;
		let r = e.routes.find((e) => e.clinician === this.chosen), i = r ? nh(r) : /* @__PURE__ */ new Map(), a = new Set(r ? th(r) : []), o = e.routes.filter((e) => e !== r), s = e.places.filter((e) => !e.at).length;
		return h`<svg class="map" viewBox="0 0 ${t} ${n.height}" role="img" aria-label=${this.spoken}> ${o.map((e) => g`<path class="route" d=${this.#e(n, th(e))}></path>`)} ${r ? g`<path class="route chosen" d=${this.#e(n, th(r))}></path>` : _} ${e.places.map(({ kind: e, at: t }, r) => {
			if (!t) return _;
			let [o, s] = [n.x(t.east), n.y(t.north)], c = i.get(r);
			return g`${ah(e, o, s, a.has(r))}${c ? g`<text class="number" x=${o} y=${s - 9}>${c.join(", ")}</text>` : _}`;
		})} ${this.#t(n)} </svg> <ul class="plain keys"> ${rh.filter((t) => e.places.some((e) => e.kind === t && e.at)).map((e) => h`<li><svg viewBox="0 0 16 16" aria-hidden="true">${ah(e, 8, 8, !1)}</svg>${O.routes.keys[e]}</li>`)} ${o.length > 0 ? h`<li><svg viewBox="0 0 16 16" aria-hidden="true">${g`<path class="route" d="M0 8H16"></path>`}</svg>${O.routes.keys.others}</li>` : _} ${s > 0 ? h`<li>${O.routes.notOnMap(s)}</li>` : _} </ul>`;
	}
	#e(e, t) {
		return Sf(t.flatMap((t) => {
			let n = this.reply.places[t]?.at;
			return n ? [[e.x(n.east), e.y(n.north)]] : [];
		}));
	}
	#t({ height: e, scale: t }) {
		let n = e - 12;
		return g`<path class="scale" d="M12 ${n - 4}V${n}H${12 + t.length}V${n - 4}"></path> <text x="16" y=${n - 4}>${O.routes.miles(w(t.miles, 2))}</text>`;
	}
	rows() {
		let e = this.reply.routes.find((e) => e.clinician === this.chosen), t = e ? nh(e) : /* @__PURE__ */ new Map(), { columns: n } = O.routes;
		return h`<thead> <tr> <th scope="col">${n.place}</th> <th scope="col">${n.number}</th> <th scope="col" class="number">${n.east}</th> <th scope="col" class="number">${n.north}</th> </tr> </thead> <tbody> ${this.reply.places.map((e, n) => h`<tr> <th scope="row">${this.nameOf(e)}</th> <td>${(t.get(n) ?? []).join(", ")}</td> <td class="number">${e.at ? T(e.at.east) : "–"}</td> <td class="number">${e.at ? T(e.at.north) : "–"}</td> </tr>`)} </tbody>`;
	}
};
function ah(e, t, n, r) {
	let i = `mark ${e} ${r ? "chosen" : ""}`;
	return e === "site" ? g`<rect class=${i} x=${t - 5} y=${n - 5} width="10" height="10"></rect>` : e === "clinician_home" ? g`<path class=${i} d="M${t - 6} ${n}L${t} ${n - 6}L${t + 6} ${n}V${n + 6}H${t - 6}Z"></path>` : g`<circle class=${i} cx=${t} cy=${n} r="4.5"></circle>`;
}
y("rw-route-map", ih);
// elements/rw-routes/rw-routes.styles.ts
var oh = c` :host { container: routes / inline-size; } section { display: grid; gap: 0.75rem; } .split { display: grid; gap: 1rem; align-items: start; } @container routes (min-width: 40rem) { .split { grid-template-columns: minmax(0, 3fr) minmax(16rem, 2fr); } } .route { border: 1px solid var(--rw-border); border-radius: 10px; background: var(--rw-surface); overflow: clip; } .route > button { display: grid; justify-content: start; justify-items: start; inline-size: 100%; border: 0; border-radius: 0; background: none; text-align: start; padding: 0.5rem 0.75rem; } .route > button[aria-expanded="true"] { background: var(--rw-tint); } small { color: var(--rw-muted); font-weight: 400; } ol { margin: 0; padding-inline: 2.25rem 0.75rem; } li { padding-block: 0.25rem; } li[aria-current] { background: var(--rw-tint); } li small, .end small { display: block; } .end { margin: 0; padding: 0.25rem 0.75rem; } .time { font-weight: 600; white-space: nowrap; margin-inline-end: 0.25rem; } .bad { color: var(--rw-bad); }
`, sh = class extends v {
	static {
		this.properties = {
			reply: { attribute: !1 },
			sessions: { attribute: !1 },
			index: { attribute: !1 },
			names: { type: Boolean },
			selected: { attribute: !1 },
			label: { attribute: !1 },
			clinician: { state: !0 }
		};
	}
	static {
		this.sheet = oh;
	}
	render() {
		let { reply: e } = this;
		if (!e) return h`<p class="muted">${O.routes.loading}</p>`;
		let { routes: t } = e;
		if (t.length === 0) return h`<p class="muted">${O.routes.none}</p>`;
		let n = t.find((e) => e.clinician === this.clinician) ?? ch(t), r = t.reduce((e, t) => e + t.way_min, 0), i = t.reduce((e, t) => e + t.way_miles, 0), a = j(this.index, "clinician", n.clinician);
		return h`<section aria-label=${O.routes.title(this.label)}> <p>${O.routes.total(t.length, S(r), T(i))} ${e.estimated ? O.routes.estimated : O.routes.known}</p> <div class="split"> <rw-route-map .reply=${e} .chosen=${n.clinician} .nameOf=${(e) => this.#a(e)} .label=${O.routes.map(a)} .caption=${O.routes.plain(a)} ></rw-route-map> <div class="stack tight">${t.map((e) => this.#e(e, e === n))}</div> </div> </section>`;
	}
	#e(e, t) {
		return h`<div class="route"> <button type="button" aria-expanded=${t ? "true" : "false"} @click=${() => this.clinician = e.clinician}> <b>${j(this.index, "clinician", e.clinician)}</b> <small>${O.routes.summary(e.stops.length, S(e.way_min), T(e.way_miles), S(e.worked_min))}</small> </button> ${t ? this.#t(e) : _} </div>`;
	}
	#t(e) {
		let { start: t, end: n } = e, r = e.ends_paid ? "" : `, ${O.routes.unpaid}`;
		return h`${t === void 0 ? _ : h`<p class="end">${O.routes.start(this.#i(t))}</p>`} <ol> ${e.stops.map((e, t) => this.#n(e, t === 0 ? r : ""))} </ol> ${n === void 0 ? _ : h`<p class="end">${O.routes.end(this.#i(n))}<small>${lh(e.home_min, e.home_miles)}${e.home_min > 0 ? r : ""}</small></p>`}`;
	}
	#n(e, t) {
		let n = this.sessions.get(e.session), r = e.place !== void 0 && this.reply?.places[e.place]?.kind === "patient_home", i = n && !r ? ti(this.index, n, this.names) : "", a = n ? Qr(this.index, n) : e.session;
		return h`<li aria-current=${e.session === this.selected ? "true" : _}> <span class="time">${Vt(Lt(e.from))} – ${Vt(Lt(e.to))}</span> <button type="button" class="link" @click=${() => N(this, "rw-select", {
			session: e.session,
			focus: "panel"
		})}>${a}</button> <small>${[i, e.place === void 0 ? O.routes.anywhere : this.#i(e.place)].filter(Boolean).join(", ")}</small> <small>${lh(e.way_min, e.way_miles)}${e.way_min > 0 ? t : ""}${this.#r(e)}</small> </li>`;
	}
	#r({ wait_min: e }) {
		return e < 0 ? h`, <b class="bad">${O.routes.short(S(-e))}</b>` : e > 0 ? `, ${O.routes.wait(S(e))}` : "";
	}
	#i(e) {
		let t = this.reply?.places[e];
		return t ? this.#a(t) : "";
	}
	#a({ kind: e, id: t }) {
		return e === "site" ? O.routes.place.site(this.index.sites.get(t)?.name || t) : e === "patient_home" && this.names ? j(this.index, "patient", t) : O.routes.place[e]();
	}
};
function ch(e) {
	return e.reduce((e, t) => t.way_min > e.way_min ? t : e);
}
var lh = (e, t) => e === 0 && t === 0 ? O.routes.stay : O.routes.way(S(e), T(t));
y("rw-routes", sh);
// node_modules/lit-html/directive-helpers.js
var { I: uh } = qe, dh = (e) => e, fh = () => t.createComment(""), ph = (e, t, n) => {
	let r = e._$AA.parentNode, i = t === void 0 ? e._$AB : t._$AA;
	if (n === void 0) n = new uh(r.insertBefore(fh(), i), r.insertBefore(fh(), i), e, e.options);
	else {
		let t = n._$AB.nextSibling, a = n._$AM, o = a !== e;
		if (o) {
			let t;
			n._$AQ?.(e), n._$AM = e, n._$AP !== void 0 && (t = e._$AU) !== a._$AU && n._$AP(t);
		}
		if (t !== i || o) {
			let e = n._$AA;
			for (; e !== t;) {
				let t = dh(e).nextSibling;
				dh(r).insertBefore(e, i), e = t;
			}
		}
	}
	return n;
}, mh = (e, t, n = e) => (e._$AI(t, n), e), hh = {}, gh = (e, t = hh) => e._$AH = t, _h = (e) => e._$AH, vh = (e) => {
	e._$AR(), e._$AA.remove();
}, yh = (e, t, n) => {
	let r = /* @__PURE__ */ new Map();
	for (let i = t; i <= n; i++) r.set(e[i], i);
	return r;
}, bh = lp(class extends up {
	constructor(e) {
		if (super(e), e.type !== cp.CHILD) throw Error("repeat() can only be used in text expressions");
	}
	dt(e, t, n) {
		let r;
		n === void 0 ? n = t : t !== void 0 && (r = t);
		let i = [], a = [], o = 0;
		for (let t of e) i[o] = r ? r(t, o) : o, a[o] = n(t, o), o++;
		return {
			values: a,
			keys: i
		};
	}
	render(e, t, n) {
		return this.dt(e, t, n).values;
	}
	update(e, [t, n, r]) {
		let i = _h(e), { values: a, keys: o } = this.dt(t, n, r);
		if (!Array.isArray(i)) return this.ut = o, a;
		let s = this.ut ??= [], c = [], l, u, d = 0, f = i.length - 1, p = 0, m = a.length - 1;
		for (; d <= f && p <= m;) if (i[d] === null) d++;
		else if (i[f] === null) f--;
		else if (s[d] === o[p]) c[p] = mh(i[d], a[p]), d++, p++;
		else if (s[f] === o[m]) c[m] = mh(i[f], a[m]), f--, m--;
		else if (s[d] === o[m]) c[m] = mh(i[d], a[m]), ph(e, c[m + 1], i[d]), d++, m--;
		else if (s[f] === o[p]) c[p] = mh(i[f], a[p]), ph(e, i[d], i[f]), f--, p++;
		else if (l === void 0 && (l = yh(o, p, m), u = yh(s, d, f)), l.has(s[d])) {
			if (l.has(s[f])) {
				let t = u.get(o[p]), n = t === void 0 ? null : i[t];
				if (n === null) {
					let t = ph(e, i[d]);
					mh(t, a[p]), c[p] = t;
				} else c[p] = mh(n, a[p]), ph(e, i[d], n), i[t] = null;
				p++;
			} else vh(i[f]), f--;
		} else vh(i[d]), d++;
		for (; p <= m;) {
			let t = ph(e, c[m + 1]);
			mh(t, a[p]), c[p++] = t;
		}
		for (; d <= f;) {
			let e = i[d++];
			e !== null && vh(e);
		}
		return this.ut = o, gh(e, c), Ne;
	}
}), xh = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};
function Sh(e) {
	let t = xh[e.key];
	if (t && !e.ctrlKey && !e.metaKey) return {
		kind: e.altKey ? "nudge" : "walk",
		dx: t[0],
		dy: t[1]
	};
	if (e.key === "Home" || e.key === "End") return {
		kind: "edge",
		last: e.key === "End",
		all: e.ctrlKey
	};
	if (!(e.altKey || e.ctrlKey || e.metaKey)) switch (e.key) {
		case "PageUp": return {
			kind: "day",
			days: -7
		};
		case "PageDown": return {
			kind: "day",
			days: 7
		};
		case "[": return {
			kind: "day",
			days: -1
		};
		case "]": return {
			kind: "day",
			days: 1
		};
		case "Enter":
		case " ": return { kind: "open" };
		case "Escape": return { kind: "close" };
		case "m":
		case "M": return { kind: "move" };
		case "l":
		case "L": return { kind: "lock" };
		case "u":
		case "U": return { kind: "unplace" };
		default: return;
	}
}
// elements/rw-schedule/rw-schedule.styles.ts
var Ch = c` :host { min-width: 0; } .board { position: relative; overflow: auto; max-block-size: min(70 * var(--rw-vh), 48rem); border: 1px solid var(--rw-border); border-radius: 10px; background: var(--rw-surface); isolation: isolate; scroll-padding-block-start: 2.25rem; } .board.proposal { border: 2px solid var(--rw-warn); } .grid { min-inline-size: 42rem; } .grid.week { min-inline-size: 40rem; } .head, .line { display: grid; grid-template-columns: 10.5rem minmax(0, 1fr); } .week .head, .week .line { grid-template-columns: 10.5rem repeat(var(--days), minmax(0, 1fr)); } .head { position: sticky; inset-block-start: 0; z-index: 4; block-size: 2rem; background: var(--rw-surface); border-block-end: 1px solid var(--rw-border); color: var(--rw-muted); font-size: 0.75rem; } .corner, .name { position: sticky; inset-inline-start: 0; z-index: 3; background: var(--rw-surface); border-inline-end: 1px solid var(--rw-border); padding: 0.25rem 0.75rem; overflow: hidden; } .corner { display: flex; align-items: center; font-weight: 600; } .hours { position: relative; } .hour { position: absolute; inset-block: 0; inset-inline-start: var(--x); display: flex; align-items: center; padding-inline-start: 0.25rem; border-inline-start: 1px solid var(--rw-border); } .daycol { display: flex; align-items: center; justify-content: flex-start; border-inline-start: 1px solid var(--rw-border); padding-inline: 0.25rem; overflow: hidden; } .body { position: relative; block-size: var(--height); } .line { position: absolute; inset-inline: 0; inset-block-start: var(--top); block-size: var(--height); border-block-end: 1px solid var(--rw-border); } .name { display: grid; align-content: center; line-height: 1.2; } .name b { font-size: 0.8125rem; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .name span { font-size: 0.75rem; color: var(--rw-muted); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .track { position: relative; background: var(--rw-bg); min-width: 0; overflow: hidden; } .week .track { border-inline-start: 1px solid var(--rw-border); cursor: pointer; } .open { position: absolute; inset-block: 0; inset-inline-start: var(--x); inline-size: var(--w); background: var(--rw-surface); } .tick { position: absolute; inset-block: 0; inset-inline-start: var(--x); border-inline-start: 1px solid var(--rw-border); opacity: 0.6; } .block { position: absolute; inset-inline-start: var(--x); inline-size: calc(var(--w) - 2px); inset-block-start: var(--y); block-size: var(--h); min-height: 0; justify-content: flex-start; align-items: center; gap: 0.1875rem; padding: 0 0.125rem 0 0.25rem; border: 1px solid transparent; border-inline-start: 4px solid var(--edge); border-radius: 4px; background: var(--fill); color: var(--rw-text); font-size: 0.75rem; line-height: 1.15; overflow: hidden; text-align: start; touch-action: pan-x pan-y; } .block:hover:not(:disabled) { background: var(--fill); filter: brightness(1.04); } .block.tiny { padding: 0; justify-content: center; } .block.sliver .letter { display: none; } .block.tiny.problem .letter { color: var(--rw-bad); font-size: 0.875rem; } .block [data-text]::before, .mini[data-text]::before { content: attr(data-text); } .block .letter { font-weight: 700; flex: none; } .block .text { min-width: 0; overflow: hidden; } .block .text span, .block .text[data-text] { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .block .room { opacity: 0.85; } .block .marks { display: flex; flex: none; align-items: center; gap: 0.125rem; margin-inline-start: auto; } .block svg { inline-size: 0.75rem; block-size: 0.75rem; } .block.problem { border-color: var(--rw-bad); border-inline-start-color: var(--rw-bad); box-shadow: inset 0 0 0 1px var(--rw-bad); } .block .bang { display: inline-grid; place-items: center; inline-size: 0.875rem; block-size: 0.875rem; border-radius: 50%; background: var(--rw-bad); color: var(--rw-surface); font-size: 0.6875rem; font-weight: 700; } .block.moved { border-block: 1px solid var(--edge); border-inline-end: 1px solid var(--edge); } .block.dim { opacity: 0.35; } .block[aria-current="true"] { color: var(--rw-text); font-weight: 400; outline: 2px solid var(--rw-accent); outline-offset: 0; z-index: 2; } .block:focus-visible, .track:focus-visible { outline: 3px solid var(--rw-accent); outline-offset: 0; z-index: 2; } .track:focus-visible { outline-offset: -3px; } .mini { position: absolute; inset-inline-start: var(--x); inline-size: var(--w); min-inline-size: 3px; inset-block-start: var(--y); block-size: var(--h); background: var(--fill); border-inline-start: 3px solid var(--edge); border-radius: 2px; font-size: 0.6875rem; line-height: 1; display: grid; place-items: center; overflow: hidden; } .mini.thin { border-inline-start-width: 1px; } .mini.problem { border-inline-start-color: var(--rw-bad); background: var(--rw-bad-tint); box-shadow: inset 0 0 0 1px var(--rw-bad); } .ghost, .drag { position: absolute; inset-inline-start: var(--x); inline-size: calc(var(--w) - 2px); inset-block-start: var(--y); block-size: var(--h); border: 1px dashed var(--rw-control); border-radius: 4px; pointer-events: none; } .drag { z-index: 5; border: 2px solid var(--rw-accent); background: var(--rw-tint); color: var(--rw-text); font-size: 0.75rem; font-weight: 600; padding: 0.125rem 0.25rem; inline-size: max-content; min-inline-size: calc(var(--w) - 2px); white-space: nowrap; } .canvas { position: absolute; inset-block: 0; inset-inline: 10.5rem 0; pointer-events: none; } .dragging .block { cursor: grabbing; } @container board (max-width: 36rem) { .head, .line { grid-template-columns: 6.5rem minmax(0, 1fr); } .week .head, .week .line { grid-template-columns: 6.5rem repeat(var(--days), minmax(0, 1fr)); } .canvas { inset-inline-start: 6.5rem; } .corner, .name { padding-inline: 0.5rem; } .grid.week { min-inline-size: 34rem; } } .holder { container: board / inline-size; } @media (forced-colors: active) { .block, .mini { border: 1px solid CanvasText; } .block.problem { border: 3px double CanvasText; } } @media print { .board { max-block-size: none; overflow: visible; } .block { display: inline-flex !important; print-color-adjust: exact; } .grid { min-inline-size: 0; } }
`, wh = {
	locked: !1,
	moved: !1,
	problems: []
}, Th = 2.25, Eh = .5, Dh = 1, Oh = 5, kh = 5;
y("rw-schedule", class extends v {
	static {
		this.properties = {
			rows: { attribute: !1 },
			range: { attribute: !1 },
			mode: { attribute: !1 },
			days: { attribute: !1 },
			grouping: { attribute: !1 },
			index: { attribute: !1 },
			flags: { attribute: !1 },
			ghosts: { attribute: !1 },
			selected: { attribute: !1 },
			proposal: { type: Boolean },
			names: { type: Boolean },
			movedOnly: { type: Boolean },
			step: { attribute: !1 },
			active: { state: !0 },
			scrolled: { state: !0 },
			size: { state: !0 },
			drag: { state: !0 }
		};
	}
	static {
		this.sheet = [km, Ch];
	}
	#e = [0];
	#t = /* @__PURE__ */ new Map();
	#n = 16;
	#r;
	#i = !1;
	#a = !1;
	#o = !1;
	connectedCallback() {
		super.connectedCallback(), this.#r = new ResizeObserver(() => this.#c()), this.hasUpdated && this.#s();
	}
	disconnectedCallback() {
		super.disconnectedCallback(), this.#r?.disconnect();
	}
	firstUpdated() {
		this.#s();
	}
	#s() {
		let e = this.renderRoot.querySelector(".board");
		e && this.#r?.observe(e);
	}
	#c() {
		let e = this.renderRoot.querySelector(".board"), n = this.renderRoot.querySelector(".hours, .daycol");
		if (!e || !n) return;
		this.#n = parseFloat(getComputedStyle(t.documentElement).fontSize) || 16;
		let r = {
			height: e.clientHeight,
			track: n.clientWidth
		};
		(r.height !== this.size?.height || r.track !== this.size?.track) && (this.size = r);
	}
	willUpdate(e) {
		this.#a = !!this.shadowRoot?.activeElement?.closest(".body"), this.rows && (this.#e = Im(this.rows, (e) => this.#f(e)), e.has("rows") && (this.#t = new Map(this.rows.map((e, t) => [e.id, t]))), (e.has("rows") || e.has("mode") || e.has("selected") || !this.active) && this.#l(e));
	}
	#l(e) {
		if (e.has("selected") && this.selected && this.mode === "day") {
			let e = this.#u(this.selected, this.active?.row);
			e && (this.active = e);
		}
		let t = this.active, n = t ? this.#d(t) : void 0;
		if (t && n) {
			if (this.mode === "week" || t.session === void 0 && n.blocks.length === 0 || t.session !== void 0 && n.blocks.some((e) => e.session === t.session)) return;
			let e = t.session === void 0 ? void 0 : this.#u(t.session, t.row);
			this.active = e ?? {
				...t,
				session: n.blocks[0]?.session
			};
			return;
		}
		let r = this.rows[this.#t.get(t?.row ?? "") ?? 0], i = r?.days[0];
		this.active = r && i ? {
			row: r.id,
			day: i.day,
			session: i.blocks[0]?.session
		} : void 0;
	}
	#u(e, t) {
		let n;
		for (let r of this.rows) for (let i of r.days) if (i.blocks.some((t) => t.session === e)) {
			let a = {
				row: r.id,
				day: i.day,
				session: e
			};
			if (r.id === t) return a;
			n ??= a;
		}
		return n;
	}
	#d(e) {
		return this.rows[this.#t.get(e.row) ?? -1]?.days.find((t) => t.day === e.day);
	}
	#f(e) {
		let t = Math.max(...e.days.map((e) => e.lanes), 1), n = this.mode === "week" ? Dh : Th;
		return Math.round(Math.max(t * n + Eh, 2.75) * this.#n);
	}
	updated() {
		this.#c(), this.#a && !this.shadowRoot?.activeElement && (this.#i = !0), this.#i && this.active && this.#d(this.active) && (this.#i = !1, this.#p());
	}
	#p() {
		let e = this.active;
		if (!e) return;
		let t = this.#t.get(e.row) ?? 0, n = this.renderRoot.querySelector(".board"), [r, i] = [this.#e[t] ?? 0, this.#e[t + 1] ?? 0];
		if (n) {
			let e = 2 * this.#n;
			r < n.scrollTop ? n.scrollTop = r : i + e > n.scrollTop + n.clientHeight && (n.scrollTop = i + e - n.clientHeight);
		}
		let a = this.renderRoot.querySelector(".body [tabindex=\"0\"]");
		a?.focus({ preventScroll: !0 }), a?.scrollIntoView({
			block: "nearest",
			inline: "nearest"
		});
	}
	focus() {
		this.#i = !0, this.requestUpdate();
	}
	render() {
		if (!this.rows || this.rows.length === 0) return h``;
		let e = this.#e.at(-1) ?? 0, [t, n] = Lm(this.#e, this.scrolled ?? 0, this.size?.height ?? 600), r = this.rows.slice(t, n), i = this.#t.get(this.active?.row ?? ""), a = i === void 0 ? void 0 : this.rows[i];
		return a && i !== void 0 && i < t ? r.unshift(a) : a && i !== void 0 && i >= n && r.push(a), h`<div class="holder"> <div class="board ${this.proposal ? "proposal" : ""}" part="board" @scroll=${this.#N}> <div class="grid ${this.mode} ${this.drag?.moving ? "dragging" : ""}" role="grid" aria-label=${O.schedule.boardLabel(O.schedule.groupings[this.grouping].toLowerCase(), this.#m())} aria-rowcount=${this.rows.length + 1} aria-colcount=${this.mode === "week" ? this.days.length + 1 : 2} @keydown=${this.#F} ${dp({ "--days": this.days.length })} > ${this.#h()} <div class="body" role="rowgroup" ${dp({ "--height": `${e}px` })}> ${bh(r, (e) => e.id, (e) => this.#x(e))} ${this.#J()} </div> </div> </div> </div>`;
	}
	#m() {
		let [e, t] = [this.days[0] ?? 0, this.days.at(-1) ?? 0];
		return e === t ? x(e, "long") : `${x(e)} – ${x(t)}`;
	}
	#h() {
		let e = h`<div class="corner" role="columnheader">${O.schedule.groupings[this.grouping]}</div>`;
		return this.mode === "week" ? h`<div class="head" role="row" aria-rowindex="1"> ${e}${this.days.map((e) => h`<div class="daycol" role="columnheader" aria-label=${x(e, "long")}>${Bt(e)}</div>`)} </div>` : h`<div class="head" role="row" aria-rowindex="1"> ${e} <div class="hours" role="columnheader"> <span class="hidden-text">${x(this.days[0] ?? 0, "long")}</span> ${this.#g().map((e) => h`<span class="hour" aria-hidden="true" ${dp({ "--x": this.#y(e) })}>${this.#v(e) ? Vt(e) : _}</span>`)} </div> </div>`;
	}
	#g() {
		let [e, t] = this.range, n = this.#_() >= 2.75 * this.#n ? 60 : 120, r = [];
		for (let i = Math.ceil(e / n) * n; i < t; i += n) r.push(i);
		return r;
	}
	#_() {
		let [e, t] = this.range;
		return (this.size?.track ?? 800) / (t - e) * 60;
	}
	#v(e) {
		return (this.range[1] - e) / 60 * this.#_() >= 2.5 * this.#n;
	}
	#y(e) {
		let [t, n] = this.range;
		return `${((e - t) / (n - t) * 100).toFixed(3)}%`;
	}
	#b(e) {
		let [t, n] = this.range;
		return `${(e / (n - t) * 100).toFixed(3)}%`;
	}
	#x(e) {
		let t = this.#t.get(e.id) ?? 0, [n, r] = [this.#e[t] ?? 0, this.#e[t + 1] ?? 0];
		return h`<div class="line" role="row" aria-rowindex=${t + 2} data-row=${t} ${dp({
			"--top": `${n}px`,
			"--height": `${r - n}px`
		})} > <div class="name" role="rowheader"><b>${e.name}</b><span>${e.note}</span></div> ${e.days.map((t) => this.mode === "week" ? this.#k(e, t) : this.#C(e, t))} </div>`;
	}
	#S(e, t, n) {
		let r = this.active;
		return r?.row === e.id && r.day === t.day && (this.mode === "week" || r.session === n);
	}
	#C(e, t) {
		let n = t.blocks.length === 0;
		return h`<div class="track" role="gridcell" tabindex=${n ? this.#S(e, t) ? "0" : "-1" : _} aria-label=${n ? O.schedule.emptyCell(e.name, x(t.day, "long")) : _} @focus=${() => this.#M({
			row: e.id,
			day: t.day,
			session: void 0
		}, n)} > ${this.#w(t)} ${this.#g().map((e) => h`<div class="tick" ${dp({ "--x": this.#y(e) })}></div>`)} ${this.ghosts?.filter((t) => t.row === e.id).map((e) => h`<div class="ghost" ${dp({
			"--x": this.#y(e.start),
			"--w": this.#b(e.minutes),
			"--y": "0.25rem",
			"--h": "2.125rem"
		})} ></div>`)} ${bh(t.blocks, (e) => e.session, (n) => this.#T(e, t, n))} </div>`;
	}
	#w(e) {
		let [t, n] = this.range;
		return e.open.map(([e, r]) => [Math.max(e, t), Math.min(r, n)]).filter(([e, t]) => e < t).map(([e, t]) => h`<div class="open" ${dp({
			"--x": this.#y(e),
			"--w": this.#b(t - e)
		})}></div>`);
	}
	#T(e, t, n) {
		let r = this.flags.get(n.session) ?? wh, [i, a] = this.range, o = n.minutes / (a - i) * (this.size?.track ?? 800), s = o < 12 ? "tiny sliver" : o < 30 ? "tiny" : "full";
		return h`<button type="button" class=${[
			"block",
			s,
			r.problems.length > 0 ? "problem" : "",
			r.moved ? "moved" : "",
			this.movedOnly && !r.moved ? "dim" : ""
		].join(" ")} part="session" data-look=${n.look} data-session=${n.session} tabindex=${this.#S(e, t, n.session) ? "0" : "-1"} aria-current=${n.session === this.selected ? "true" : _} aria-label=${this.#O(n, r)} @focus=${() => this.#M({
			row: e.id,
			day: t.day,
			session: n.session
		}, !0)} @click=${() => this.#P(e, n)} @pointerdown=${(t) => this.#U(t, e, n)} ${dp({
			"--x": this.#y(n.start),
			"--w": this.#b(n.minutes),
			"--y": `${.25 + n.lane * Th}rem`,
			"--h": "2.125rem"
		})} > <span class="letter" data-text=${s === "tiny" && r.problems.length > 0 ? "!" : O.looks[n.look][0]}></span> ${s === "full" ? this.#E(n, o, r) : _} ${this.#D(r, s)} </button>`;
	}
	#E(e, t, n) {
		let r = e.source, i = r.place, a = t / this.#n - 1.45 - (n.locked ? .8 : 0) - (n.problems.length > 0);
		if (!i || a <= .5) return _;
		let o = this.names ? ti(this.index, r, r.patients.length < 3) : "", s = i.room ? j(this.index, "room", i.room) : "", c = j(this.index, "clinician", i.clinicians[0] ?? ""), l = this.grouping === "clinicians" ? Vm(s, a) : Vm(c, a);
		if (t < Oh * this.#n) return h`<span class="text" data-text=${o && Vm(o, a) || l}></span>`;
		let u = o || (this.grouping === "clinicians" ? s : c);
		return h`<span class="text"> <span data-text=${Qr(this.index, r)}></span><span class="room" data-text=${u}></span> </span>`;
	}
	#D(e, t) {
		return t !== "full" || e.problems.length === 0 && !e.locked ? _ : h`<span class="marks" >${e.locked ? lf("lock") : _}${e.problems.length > 0 ? h`<span class="bang" data-text="!"></span>` : _}</span >`;
	}
	#O(e, t) {
		return [
			ri(this.index, e.source, this.names),
			t.locked ? O.schedule.locked : "",
			t.moved ? O.schedule.moved : "",
			...t.problems.map((e) => `${O.schedule.problem}: ${e}`)
		].filter(Boolean).join(", ");
	}
	#k(e, t) {
		let n = t.blocks.reduce((e, t) => e + t.minutes, 0), r = t.blocks.filter((e) => (this.flags.get(e.session)?.problems.length ?? 0) > 0).length;
		return h`<div class="track" role="gridcell" tabindex=${this.#S(e, t) ? "0" : "-1"} aria-label=${O.schedule.weekCell(e.name, x(t.day, "long"), t.blocks.length, S(n), r)} @focus=${() => this.#M({
			row: e.id,
			day: t.day,
			session: t.blocks[0]?.session
		}, !0)} @click=${() => N(this, "rw-board", {
			mode: "day",
			day: t.day
		})} > ${this.#w(t)} ${t.blocks.map((e) => this.#A(e))} </div>`;
	}
	#A(e) {
		let [t, n] = this.range, r = e.minutes / (n - t) * (this.size?.track ?? 120), i = (this.flags.get(e.session)?.problems.length ?? 0) > 0;
		return h`<div class="mini ${r < 8 ? "thin" : ""} ${i ? "problem" : ""}" data-look=${e.look} data-text=${r >= 12 ? O.looks[e.look][0] : _} ${dp({
			"--x": this.#y(e.start),
			"--w": this.#b(e.minutes),
			"--y": `${.25 + e.lane * Dh}rem`,
			"--h": `${e.lane === 0 && this.#j(e) ? Th : .9375}rem`
		})} ></div>`;
	}
	#j(e) {
		for (let t of this.rows) {
			let n = t.days.find((t) => t.day === e.day);
			if (n?.blocks.includes(e)) return n.lanes === 1;
		}
		return !1;
	}
	#M(e, t) {
		if (!t) return;
		let n = this.active;
		(n?.row !== e.row || n.day !== e.day || n.session !== e.session) && (this.active = e);
	}
	#N(e) {
		this.scrolled = e.currentTarget.scrollTop;
	}
	#P(e, t) {
		this.#o ? this.#o = !1 : (this.active = {
			row: e.id,
			day: t.day,
			session: t.session
		}, N(this, "rw-select", {
			session: t.session,
			focus: "none"
		}));
	}
	#F(e) {
		if (e.key === "Escape" && this.drag) {
			this.#K(), e.preventDefault();
			return;
		}
		let t = Sh(e);
		t && this.active && (e.preventDefault(), e.stopPropagation(), this.#I(t, this.active));
	}
	#I(e, t) {
		let n = t.session;
		if (e.kind === "walk") this.#L(e.dx, e.dy, t);
		else if (e.kind === "edge") this.#R(e.last, e.all, t);
		else if (e.kind === "day") this.#z(e.days, t);
		else if (e.kind === "close") N(this, "rw-select", {
			session: void 0,
			focus: "none"
		});
		else if (this.mode === "week") e.kind === "open" && (this.#i = !0, N(this, "rw-board", {
			mode: "day",
			day: t.day
		}));
		else if (n === void 0) return;
		else e.kind === "open" || e.kind === "move" ? (this.#i = !1, N(this, "rw-select", {
			session: n,
			focus: e.kind === "open" ? "panel" : "move"
		})) : e.kind === "lock" ? N(this, "rw-lock", { session: n }) : e.kind === "unplace" ? N(this, "rw-unplace", { session: n }) : this.#V(e.dx, e.dy, t, n);
	}
	#L(e, t, n) {
		let r = this.#t.get(n.row) ?? 0, i = this.#d(n);
		if (t !== 0) {
			let e = this.rows[Math.max(0, Math.min(this.rows.length - 1, r + t))], a = e?.days.find((e) => e.day === n.day);
			if (!e || !a) return;
			let o = i?.blocks.find((e) => e.session === n.session)?.start ?? this.range[0];
			this.#B({
				row: e.id,
				day: a.day,
				session: Rm(a, o)?.session
			});
		} else if (this.mode === "week") {
			let t = n.day + e;
			this.days.includes(t) && this.#B({
				...n,
				day: t,
				session: void 0
			});
		} else if (i) {
			let t = i.blocks.findIndex((e) => e.session === n.session), r = i.blocks[t + e];
			r && this.#B({
				...n,
				session: r.session
			});
		}
	}
	#R(e, t, n) {
		let r = t ? this.rows[e ? this.rows.length - 1 : 0] : this.rows[this.#t.get(n.row) ?? 0];
		if (!r) return;
		let i = this.mode === "week" ? r.days : r.days.filter((e) => e.day === n.day), a = i[e ? i.length - 1 : 0];
		a && this.#B({
			row: r.id,
			day: a.day,
			session: a.blocks.at(e ? -1 : 0)?.session
		});
	}
	#z(e, t) {
		let [n, r] = [this.index.firstDay, this.index.firstDay + this.index.days - 1], i = this.mode === "week" ? this.days[0] ?? n : t.day, a = Math.max(n, Math.min(r, i + e));
		a === i ? N(this, "rw-say", { text: `${O.schedule.noDay}: ${x(n)} – ${x(r)}` }) : (this.#i = !0, this.active = {
			row: t.row,
			day: a,
			session: void 0
		}, N(this, "rw-board", { day: a }), N(this, "rw-say", { text: x(a, "long") }));
	}
	#B(e) {
		this.active = e, this.#i = !0;
	}
	#V(e, t, n, r) {
		let i = this.#d(n)?.blocks.find((e) => e.session === r), a = this.#t.get(n.row) ?? 0, o = this.rows[a + t];
		i && o && (t !== 0 && (this.active = {
			...n,
			row: o.id
		}), this.#i = !0, this.#H(i, n.row, o.id, i.start + e * this.step));
	}
	#H(e, t, n, r) {
		let i = e.source.place;
		if (!i) return;
		let a = e.start - (Number(i.start.slice(11, 13)) * 60 + Number(i.start.slice(14, 16))), o = {
			...i,
			start: Rt(e.day, r - a)
		};
		if (t !== n) {
			if (this.grouping === "patients") {
				N(this, "rw-say", { text: O.schedule.notToPatient });
				return;
			}
			this.grouping === "rooms" ? o.room = n : o.clinicians = i.clinicians.map((e) => e === t ? n : e);
		}
		N(this, "rw-move", {
			session: e.session,
			place: o
		});
	}
	#U(e, t, n) {
		if (this.#o = !1, e.button !== 0 || e.pointerType === "touch" || this.flags.get(n.session)?.locked) return;
		let r = e.currentTarget.parentElement;
		if (!r) return;
		let i = this.#W(e.clientX, r) - n.start, a = this.#t.get(t.id) ?? 0;
		this.drag = {
			block: n,
			fromRow: t.id,
			grabMin: i,
			x: e.clientX,
			y: e.clientY,
			moving: !1,
			row: a,
			start: n.start
		};
		let o = new AbortController(), { signal: s } = o, c = (e) => {
			o.abort();
			let t = this.drag;
			this.#K(), e && t?.moving && this.#q(t);
		};
		window.addEventListener("pointermove", (e) => this.#G(e, r), { signal: s }), window.addEventListener("pointerup", () => c(!0), { signal: s }), window.addEventListener("pointercancel", () => c(!1), { signal: s }), window.addEventListener("keydown", (e) => e.key === "Escape" && c(!1), { signal: s });
	}
	#W(e, t) {
		let n = t.getBoundingClientRect(), [r, i] = this.range;
		return r + (e - n.left) / n.width * (i - r);
	}
	#G(e, t) {
		let n = this.drag;
		if (!n || !n.moving && Math.hypot(e.clientX - n.x, e.clientY - n.y) < kh) return;
		this.#o = !0;
		let r = this.renderRoot.querySelector(".body"), i = r ? e.clientY - r.getBoundingClientRect().top : 0, a = Math.max(0, Math.min(this.rows.length - 1, this.#e.findIndex((e) => e > i) - 1)), [o, s] = this.range, c = zm(this.#W(e.clientX, t) - n.grabMin, this.step), l = Math.max(o, Math.min(s - n.block.minutes, c));
		this.drag = {
			...n,
			moving: !0,
			row: i < 0 ? 0 : a,
			start: l
		};
	}
	#K() {
		this.drag = void 0;
	}
	#q(e) {
		let t = this.rows[e.row];
		!t || t.id === e.fromRow && e.start === e.block.start || this.#H(e.block, e.fromRow, t.id, e.start);
	}
	#J() {
		let e = this.drag, t = e?.moving ? this.rows[e.row] : void 0;
		return !e || !t ? _ : h`<div class="canvas" aria-hidden="true"> <div class="drag" ${dp({
			"--x": this.#y(e.start),
			"--w": this.#b(e.block.minutes),
			"--y": `calc(${this.#e[e.row] ?? 0}px + 0.25rem)`,
			"--h": "2.125rem"
		})} > ${O.schedule.dragHint(Vt(e.start), t.name)} </div> </div>`;
	}
});
// elements/rw-schedule-list/rw-schedule-list.ts
var Ah = [
	"time",
	"session",
	"clinician",
	"where",
	"state"
], jh = 60;
y("rw-schedule-list", class extends v {
	static {
		this.properties = {
			sessions: { attribute: !1 },
			flags: { attribute: !1 },
			index: { attribute: !1 },
			names: { type: Boolean },
			selected: { attribute: !1 },
			label: { attribute: !1 },
			order: { state: !0 },
			limit: { state: !0 }
		};
	}
	static {
		this.sheet = c` .scroll { border: 1px solid var(--rw-border); border-radius: 10px; background: var(--rw-surface); padding: 0.5rem 0.75rem; } th button { min-height: 1.5rem; padding: 0; border: 0; background: none; font-weight: 600; font-size: 0.875rem; color: inherit; } td .row { gap: 0.25rem; flex-wrap: nowrap; } tbody th { white-space: nowrap; } td .small { white-space: nowrap; } td small { display: block; color: var(--rw-muted); font-size: 0.8125rem; } td small.narrow { display: none; } @container list (max-width: 34rem) { .clinician, .where, .commands { display: none; } td small.narrow { display: block; } tbody th { white-space: normal; min-inline-size: 4.5rem; } } tr[aria-current] { background: var(--rw-tint); } :host { container: list / inline-size; } td { min-inline-size: 4rem; } tbody th { font-weight: 600; } `;
	}
	render() {
		if (!this.sessions) return _;
		let { column: e, down: t } = this.order ?? {
			column: "time",
			down: !1
		}, n = [...this.sessions].sort((n, r) => this.#e(n, e).localeCompare(this.#e(r, e)) * (t ? -1 : 1)), r = n.slice(0, this.limit ?? jh), i = new Set(n.map((e) => e.place?.start.slice(0, 10)).filter(Boolean)).size < 2;
		return h`<div class="scroll" tabindex="0" role="region" aria-label=${this.label}> <table> <caption> ${this.label}: ${O.schedule.sessions(n.length)} </caption> <thead> <tr> ${Ah.map((n) => h`<th scope="col" class=${n} aria-sort=${n === e ? t ? "descending" : "ascending" : "none"}> <button type="button" @click=${() => this.order = {
			column: n,
			down: n === e && !t
		}}> ${O.schedule.columns[n]}${n === e ? t ? " ↓" : " ↑" : ""} </button> </th>`)} <th scope="col" class="commands">${O.schedule.columns.commands}</th> </tr> </thead> <tbody> ${r.map((e) => this.#n(e, i))} </tbody> </table> ${n.length > r.length ? h`<button type="button" @click=${() => this.limit = (this.limit ?? jh) + jh}> ${O.data.more(Math.min(jh, n.length - r.length))} </button>` : _} </div>`;
	}
	#e(e, t) {
		let n = e.place, r = this.flags.get(e.session);
		switch (t) {
			case "time": return n?.start ?? "9999";
			case "session": return Qr(this.index, e);
			case "clinician": return n ? ei(this.index, n) : "";
			case "where": return n ? $r(this.index, n) : "";
			case "state": return this.#t(r);
		}
	}
	#t(e) {
		return [
			e?.locked ? O.schedule.locked : "",
			e?.moved ? O.schedule.moved : "",
			e && e.problems.length > 0 ? e.problems.join(", ") : ""
		].filter(Boolean).join(", ");
	}
	#n(e, t) {
		let n = e.place, r = e.session, i = this.flags.get(r), a = Qr(this.index, e);
		return h`<tr aria-current=${r === this.selected ? "true" : _}> <th scope="row"> ${n ? `${t ? "" : `${x(n.start, "short")} `}${Ut(Lt(n.start), e.minutes)}` : O.session.none} </th> <td> <button type="button" class="link" @click=${() => this.#r(r, "panel")}>${a}</button> <small>${ti(this.index, e, this.names)}</small> <small class="narrow">${[this.#e(e, "clinician"), this.#e(e, "where")].filter(Boolean).join(", ")}</small> </td> <td class="clinician">${this.#e(e, "clinician")}</td> <td class="where">${this.#e(e, "where")}</td> <td class=${i && i.problems.length > 0 ? "bad" : ""}>${this.#t(i)}</td> <td class="commands"> <div class="row"> <button type="button" class="small" aria-label="${O.session.moveTo} ${a}" @click=${() => this.#r(r, "move")}> ${O.session.moveTo} </button> <button type="button" class="small" aria-pressed=${i?.locked ?? !1} aria-label="${O.session.lock}: ${a}" ?disabled=${!n} @click=${() => N(this, "rw-lock", { session: r })} > ${O.session.lock} </button> </div> </td> </tr>`;
	}
	#r(e, t) {
		N(this, "rw-select", {
			session: e,
			focus: t
		});
	}
});
// elements/rw-expectation/rw-expectation.ts
var Mh = O.attendance, Nh = class extends v {
	static {
		this.properties = {
			expectation: { attribute: !1 },
			report: { attribute: !1 },
			index: { attribute: !1 },
			names: { type: Boolean },
			explained: { type: Boolean },
			running: { type: Boolean }
		};
	}
	static {
		this.sheet = c` .finding { font-weight: 600; } ul.help { display: grid; gap: 0.25rem; padding-inline-start: 1.125rem; font-size: 0.875rem; } h4, .score { margin: 0; padding-block-start: 0.5rem; font-size: 0.875rem; font-weight: 600; } .score { font-size: 0.8125rem; } table { font-size: 0.8125rem; } tbody th { font-weight: 400; } tr.sum th, tr.sum td { font-weight: 600; } `;
	}
	render() {
		let { expectation: e } = this;
		if (!e) return _;
		let t = e.patients.length === 1 ? e.patients[0] : void 0;
		return h`<section class="stack tight" aria-label=${Mh.expected}> <h3>${Mh.expected}</h3> <p class="finding"> ${t ? Mh.one(E(t.attends)) : Mh.several(w(e.attend), e.seats)} </p> <p class="note"> ${t ? Mh.of100(Ph(t.no_show), Ph(t.late_cancel), Ph(t.provider_cancel)) : Mh.atLeastOne(E(e.held))} </p> ${e.patients.map((e, n) => this.#n(e, n, t !== void 0))} <details @toggle=${this.#e}> <summary>${Mh.made}</summary> ${this.explained ? h`<p class="note">${Mh.chain}</p> ${e.patients.map((e, n) => this.#r(e, n, t !== void 0))}` : h`<p class="note">${this.running ? Mh.looking : _}</p>`} </details> </section>`;
	}
	#e(e) {
		let { open: t } = e.target;
		t && !this.explained && !this.running && N(this, "rw-attendance", {
			kind: "explain",
			session: this.expectation.session
		});
	}
	#t(e, t) {
		return this.names ? j(this.index, "patient", e.patient) : Mh.patient(t + 1);
	}
	#n(e, t, n) {
		let r = e.help ?? [];
		return r.length === 0 ? _ : h`${n ? _ : h`<h4>${this.#t(e, t)}: ${Mh.missed(E(pt(e)))}</h4>`} <ul class="help"> ${r.map((e) => h`<li> <b>${Mh.help[e.kind]}</b>: ${e.reason}${e.missing_then === void 0 ? _ : h`; ${Mh.then(E(e.missing_then))}`}. </li>`)} </ul>`;
	}
	#r(e, t, n) {
		return h`${n ? _ : h`<h4>${this.#t(e, t)}</h4>`} ${e.scores.map((e) => this.#i(e))}`;
	}
	#i(e) {
		let t = Mh.score(Mh.outcomes[e.outcome], E(e.probability), E(e.low), E(e.high)), n = _t(e);
		if (n.length === 0) return h`<p class="score">${t}</p> <p class="note">${Mh.rate(Mh.sources[e.source])}</p>`;
		let r = (e) => Jt(e, (e) => T(e, 2)), i = (e, t, n = !1) => h`<tr class=${n ? "sum" : ""}><th scope="row">${e}</th><td class="number">${t}</td></tr>`, a = vt(e);
		return h`<p class="score">${t}</p> <table> <tbody> ${i(Mh.base, r(e.base_log_odds))} ${n.map((e) => i(`${this.#a(e.factor)}: ${e.band}`, r(e.log_odds)))} ${Math.abs(a) >= .005 ? i(Mh.rest, r(a)) : _} ${i(Mh.sum, r(gt(e.probability)), !0)} </tbody> </table>`;
	}
	#a(e) {
		return oi(this.report?.factors.find((t) => t.id === e)?.name ?? e);
	}
};
function Ph(e) {
	return w(e * 100, 0);
}
y("rw-expectation", Nh), y("rw-session", class extends v {
	static {
		this.properties = {
			session: { attribute: !1 },
			sessions: { attribute: !1 },
			was: { attribute: !1 },
			index: { attribute: !1 },
			insight: { attribute: !1 },
			problems: { attribute: !1 },
			locked: { type: Boolean },
			reason: { attribute: !1 },
			named: { state: !0 },
			names: { type: Boolean },
			step: { attribute: !1 },
			attendance: { attribute: !1 },
			form: { state: !0 }
		};
	}
	static {
		this.sheet = [km, c` .head { display: flex; gap: 0.5rem; justify-content: space-between; align-items: flex-start; } .head .row { flex-wrap: nowrap; } h2 { font-size: 1.125rem; } .close { min-height: 2rem; min-width: 2rem; padding: 0; flex: none; } .kind { flex: none; display: inline-grid; place-items: center; inline-size: 1.375rem; block-size: 1.375rem; border-radius: 4px; border-inline-start: 4px solid var(--edge); background: var(--fill); font-size: 0.75rem; font-weight: 700; } ul.facts, ul.wrong { padding-inline-start: 1.125rem; font-size: 0.875rem; } ul.wrong { color: var(--rw-bad); } .alternatives { display: grid; gap: 0.25rem; } .alternatives li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 0.5rem; align-items: center; padding-block: 0.375rem; border-block-end: 1px solid var(--rw-border); font-size: 0.875rem; } .alternatives small { grid-row: 2; color: var(--rw-muted); font-size: 0.8125rem; } .alternatives button { grid-area: 1 / 2 / 3 / 3; } h4 { margin: 0; padding-block-start: 0.25rem; font-size: 0.875rem; font-weight: 600; } .deeds button { min-height: 2rem; padding-inline: 0.625rem; font-size: 0.875rem; } .costs { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.125rem 0.75rem; font-size: 0.875rem; } .refusal { border: 1px solid var(--rw-bad); border-radius: 8px; background: var(--rw-bad-tint); padding: 0.5rem 0.75rem; font-size: 0.875rem; } form { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.5rem; } form .wide { grid-column: 1 / -1; } form select, form input { inline-size: 100%; } `];
	}
	willUpdate(e) {
		let t = e.get("session");
		t && t.session !== this.session.session && (this.form = this.named = !1);
	}
	async enter(e) {
		e && !this.locked && (this.form = !0), await this.updateComplete, this.renderRoot.querySelector(this.form && e ? "form select" : "h2")?.focus();
	}
	render() {
		let { session: e, index: t } = this;
		if (!e) return _;
		let n = e.place;
		return h`<section class="stack" aria-label=${O.session.title} @keydown=${this.#e}> <div class="head"> <div class="row"> <span class="kind" data-look=${e.kind} aria-hidden="true">${O.looks[e.kind][0]}</span> <h2 tabindex="-1">${Qr(t, e)}</h2> </div> <button type="button" class="quiet close" aria-label=${O.session.close} @click=${() => N(this, "rw-select", {
			session: void 0,
			focus: "none"
		})} > ${lf("close")} </button> </div> <div> ${n ? h`<p>${x(n.start, "medium")}, ${Ut(Lt(n.start), e.minutes)}</p> <p class="note">${[$r(t, n), ei(t, n)].filter(Boolean).join(" · ")}</p>` : h`<p class="warn">${O.session.none}</p>`} <p class="note">${ti(t, e, this.names)}</p> ${this.#t()} </div> ${this.#n()} ${this.#r()} ${this.#a()} ${this.form ? this.#m() : _} ${this.#c()} ${this.#l()} ${this.#f()} ${this.#u()} </section>`;
	}
	#e(e) {
		e.key !== "Escape" || e.defaultPrevented || (e.preventDefault(), this.form ? (this.form = !1, this.renderRoot.querySelector("[aria-expanded]")?.focus()) : N(this, "rw-select", {
			session: void 0,
			focus: "none"
		}));
	}
	#t() {
		let e = this.was?.place;
		return !e || gl(e, this.session.place) ? _ : h`<p class="note">${O.schedule.was(ni(this.index, e))}</p>`;
	}
	#n() {
		let e = this.session.session, t = this.session.place !== void 0;
		return h`<div class="row deeds"> <button type="button" aria-pressed=${this.locked} aria-disabled=${!t} @click=${() => N(this, "rw-lock", { session: e })}> ${lf("lock")}${this.locked ? O.session.unlock : O.session.lock} </button> <button type="button" aria-disabled=${!t || this.locked} @click=${() => N(this, "rw-unplace", { session: e })}> ${O.session.unplace} </button> <button type="button" aria-expanded=${this.form ? "true" : "false"} aria-disabled=${this.locked} @click=${() => this.form || this.locked ? this.form = !1 : void this.enter(!0)} > ${t ? O.session.moveTo : O.session.place} </button> </div>`;
	}
	#r() {
		return this.reason === void 0 ? _ : h`<label class="field"> <span class="label">${O.session.lockReason}</span> <input name="reason" maxlength="200" autocomplete="off" .value=${this.reason} aria-describedby="reason-note" aria-invalid=${this.named ? "true" : "false"} @change=${this.#i} /> <small id="reason-note" class=${this.named ? "bad" : "note"} role=${this.named ? "alert" : _}>${this.named ? O.keep.reasonName : O.session.lockReasonNote}</small> </label>`;
	}
	#i(e) {
		let t = e.target.value.trim();
		this.named = Fn(this.index, t), this.named || N(this, "rw-lock", {
			session: this.session.session,
			reason: t
		});
	}
	#a() {
		let e = this.insight?.refused ?? [];
		return e.length === 0 ? _ : h`<div class="refusal stack tight"> <p>${O.session.refused}</p> <ul class="wrong"> ${e.map((e) => h`<li>${this.#s(e)}</li>`)} </ul> </div>`;
	}
	#o(e) {
		return M(ii(this.index, e, {
			sessions: this.sessions,
			names: this.names,
			self: this.session.session
		}));
	}
	#s(e) {
		return this.#o(e.text);
	}
	#c() {
		return !this.problems || this.problems.length === 0 ? _ : h`<div class="stack tight"> <h3>${O.session.problems}</h3> <ul class="wrong"> ${this.problems.map((e) => h`<li>${this.#s(e)}</li>`)} </ul> </div>`;
	}
	#l() {
		let e = this.insight?.explain;
		if (!e) return _;
		if (!this.session.place) {
			let { unplaced: t } = e;
			return t ? h`<div class="stack tight"> <h3>${O.session.whyNot}</h3> <p>${this.#o(t.reason)}</p> ${t.unblock ? h`<p class="note">${this.#o(t.unblock)}</p>` : _} </div>` : _;
		}
		return h`<div class="stack tight"> <h3>${O.session.whyHere}</h3> <ul class="facts"> ${e.satisfied.map((e) => h`<li>${this.#o(e)}</li>`)} </ul> ${this.#d(O.session.costs, e.costs.filter((e) => e.cents > 0)) ?? h`<p class="note">${O.session.costFree}</p>`} ${this.#d(O.session.saves, e.costs.filter((e) => e.cents < 0))} <p class="note">${O.session.costNote}</p> </div>`;
	}
	#u() {
		let { attendance: e, session: t } = this, n = this.insight?.plan, r = e && n && yt(e, n, t.session);
		return r ? h`<rw-expectation .expectation=${r} .report=${e.report} .index=${this.index} ?names=${this.names} ?explained=${e.explained === r} ?running=${e.running} ></rw-expectation>` : _;
	}
	#d(e, t) {
		if (t.length === 0) return;
		let n = this.index.clinic.settings.currency;
		return h`<h4>${e}</h4> <dl class="costs"> ${t.map((e) => h`<dt class="muted">${O.terms[e.term]}</dt> <dd class="number">${Gt(Math.abs(e.cents), n)}</dd>`)} </dl>`;
	}
	#f() {
		let e = this.insight?.alternatives;
		return e ? e.alternatives.length === 0 ? h`<div class="stack tight"> <h3>${O.session.blockedBy}</h3> <p class="note">${O.session.otherNone}</p> <ul class="facts"> ${e.blocked.map((e) => h`<li>${O.rule(e.rule, e.count)}</li>`)} </ul> </div>` : h`<div class="stack tight"> <h3>${O.session.other}</h3> <ul class="plain alternatives"> ${e.alternatives.map((e) => this.#p(e))} </ul> </div>` : h`<p class="note">${O.session.looking}</p>`;
	}
	#p(e) {
		let t = this.index.clinic.settings.currency, n = Gt(Math.abs(e.delta_cents), t), r = e.delta_cents === 0 ? O.session.same : e.delta_cents > 0 ? O.session.dearer(n) : O.session.cheaper(n), i = ni(this.index, e.place), a = e.parts.filter((t) => Math.sign(t.cents) === Math.sign(e.delta_cents)).sort((e, t) => Math.abs(t.cents) - Math.abs(e.cents)).slice(0, 2).map((e) => O.terms[e.term]).join(", ");
		return h`<li> <span>${i}</span> <small><span class=${e.delta_cents < 0 ? "good" : ""}>${r}</span>${a ? `: ${a}` : _}</small> <button type="button" class="small" aria-label="${O.session.use}: ${i}" ?disabled=${this.locked} @click=${() => N(this, "rw-move", {
			session: this.session.session,
			place: e.place,
			patients: e.patients
		})} > ${O.session.use} </button> </li>`;
	}
	#m() {
		let { session: e, index: t } = this, n = e.place ?? this.insight?.alternatives?.alternatives[0]?.place, r = n?.clinicians ?? [""], i = n ? b(n.start) : t.firstDay, a = n ? Lt(n.start) : 540, o = t.services.get(e.service)?.modalities ?? ["in_person"];
		return h`<form class="card" @keydown=${this.#g}> ${r.map((e, n) => h`<div class="field wide"> <label for="clinician-${n}">${n === 0 ? O.session.clinician : O.session.second(n + 1)}</label> <select id="clinician-${n}" name="clinician"> ${t.clinic.clinicians.map((t) => h`<option value=${t.id} ?selected=${t.id === e}>${t.name}</option>`)} </select> </div>`)} <div class="field"> <label for="day">${O.session.day}</label> <select id="day" name="day"> ${Array.from({ length: t.days }, (e, n) => t.firstDay + n).map((e) => h`<option value=${e} ?selected=${e === i}>${Bt(e)}</option>`)} </select> </div> <div class="field"> <label for="time">${O.session.time}</label> <select id="time" name="time"> ${this.#h(a).map((e) => h`<option value=${e} ?selected=${e === a}>${Vt(e)}</option>`)} </select> </div> <div class="field"> <label for="room">${O.session.room}</label> <select id="room" name="room"> <option value="" ?selected=${!n?.room}>${O.session.noRoom}</option> ${t.clinic.rooms.map((e) => h`<option value=${e.id} ?selected=${e.id === n?.room}>${e.name}</option>`)} </select> </div> <div class="field"> <label for="modality">${O.session.modality}</label> <select id="modality" name="modality"> ${o.map((e) => h`<option value=${e} ?selected=${e === n?.modality}>${O.modalities[e]}</option>`)} </select> </div> <button type="button" class="primary wide" @click=${this.#g}>${O.session.move}</button> </form>`;
	}
	#h(e) {
		let t = /* @__PURE__ */ new Set([e]);
		for (let e = 360; e <= 1260; e += this.step) t.add(e);
		return [...t].sort((e, t) => e - t);
	}
	#g = df((e) => {
		let t = new FormData(e), n = t.getAll("clinician").map(String), r = String(t.get("modality")), i = String(t.get("room") ?? ""), a = {
			start: Rt(Number(t.get("day")), Number(t.get("time"))),
			clinicians: n,
			offsets: n.map((e, t) => this.session.place?.offsets[t] ?? 0),
			modality: r,
			...i && r === "in_person" ? { room: i } : {}
		};
		N(this, "rw-move", {
			session: this.session.session,
			place: a
		});
	});
});
// elements/rw-solve/rw-solve.ts
var Fh = .05, Ih = class extends v {
	static {
		this.properties = {
			solve: { attribute: !1 },
			ready: { type: Boolean },
			again: { type: Boolean }
		};
	}
	static {
		this.sheet = [fp, c` .run { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; min-height: 2.25rem; } .bar { inline-size: 8rem; } .text { font-size: 0.875rem; } `];
	}
	#e = !1;
	updated(e) {
		e.has("solve") && this.solve && !e.get("solve") && this.#e && (this.#e = !1, this.renderRoot.querySelector("button")?.focus());
	}
	#t() {
		this.#e = !0, N(this, "rw-solve", { start: "shown" });
	}
	render() {
		let e = this.solve;
		if (!e) return h`<button type="button" class="primary" ?disabled=${!this.ready} @click=${this.#t}> ${this.again ? O.schedule.optimizeAgain : O.schedule.optimize} </button>`;
		let t = e.best ? O.solve.improving(e.unplaced) : O.solve.first, n = O.solve.step(e.step, e.steps, e.workers, Lh(e)), r = e.steps > 0 ? e.step / e.steps * 100 : 0;
		return h`<div class="run"> ${pp({
			label: t,
			done: e.step,
			of: e.steps,
			percent: r,
			text: n
		})} <span class="text">${t}<span class="muted">, ${n}</span></span> <button type="button" @click=${() => N(this, "rw-stop", {})}>${O.solve.stop}</button> </div>`;
	}
};
function Lh({ step: e, steps: t, rate: n }) {
	return n > 0 && e >= t * Fh ? Math.max(1, Math.ceil((t - e) / n)) : void 0;
}
y("rw-solve", Ih);
// elements/rw-view-schedule/rw-view-schedule.ts
var Rh = [
	"clinicians",
	"rooms",
	"patients"
], zh = [
	"individual",
	"group",
	"family",
	"evaluation",
	"telehealth"
], Bh = class extends v {
	static {
		this.properties = { state: { attribute: !1 } };
	}
	static {
		this.sheet = [km, Hm];
	}
	#e;
	#t;
	willUpdate(e) {
		if (!e.has("state")) return;
		let t = e.get("state"), { state: n } = this;
		this.#a(t?.board.selected, n.board.selected), !n.open || !Hh(n) ? this.#e = void 0 : this.#e && t && Hh(t) === Hh(n) && t.open === n.open && t.shown === n.shown && t.history.value.locks === n.history.value.locks && t.board.mode === n.board.mode && t.board.day === n.board.day && t.board.grouping === n.board.grouping && t.board.names === n.board.names && t.board.selected === n.board.selected && t.board.movedOnly === n.board.movedOnly || (this.#e = Wh(n, n.open));
	}
	async focusPart(e) {
		await this.updateComplete, e === "board" ? this.#n() : e === "changes" ? this.#r() : (await this.renderRoot.querySelector("rw-session")?.enter(e === "move"), this.#i());
	}
	#n() {
		let e = this.renderRoot.querySelector("rw-schedule"), t = this.#t;
		this.#t = void 0, t?.isConnected && t.checkVisibility() && t.getRootNode() !== e?.shadowRoot ? t.focus() : e ? e.focus() : this.#r();
	}
	#r() {
		let e = this.renderRoot.querySelector(".panel");
		e && (e.focus({ preventScroll: !0 }), this.#i());
	}
	#i() {
		let e = this.renderRoot.querySelector(".panel"), t = e?.getBoundingClientRect().top ?? 0;
		(t < 0 || t > innerHeight / 2) && e?.scrollIntoView({ block: "start" });
	}
	updated(e) {
		let t = this.state?.board.selected;
		t !== void 0 && e.get("state")?.board.selected !== t && this.#i();
	}
	#a(t, n) {
		if (n === void 0 || n === t) return;
		let r = this.shadowRoot?.activeElement;
		if (!r || r.localName === "rw-session") return;
		let i = r.shadowRoot?.activeElement ?? r;
		this.#t = i instanceof e ? i : void 0;
	}
	render() {
		let { state: e } = this, t = this.#e;
		return !e?.open || !t ? h`<div class="stack"> <h1 tabindex="-1">${O.schedule.title}</h1> <p class="muted">${e?.busy ?? O.data.nothing}</p> </div>` : e.sheets ? h`<div class="stack"> <h1 tabindex="-1" class="no-print">${O.sheets.title}</h1> <rw-day-sheets .state=${e}></rw-day-sheets> </div>` : h`<div class="stack"> ${this.#o(e)} ${this.#s(e)} <div class="split"> <div class="stack tight main">${this.#c(e, e.open, t)} ${this.#p(e)}</div> <aside class="panel" tabindex="-1" aria-label=${O.schedule.panel}>${this.#m(e, e.open, t)}</aside> </div> </div>`;
	}
	#o(e) {
		let t = e.solve ? "proposal" : e.history.value.stage;
		return h`<div class="top"> <div class="row"> <h1 tabindex="-1">${O.schedule.title}</h1> <span class="stage" data-stage=${t}>${O.schedule[t]}</span> </div> ${e.solve || e.incident.draft ? _ : h`<button type="button" @click=${() => N(this, "rw-incident", { kind: "open" })}>${O.incident.open}</button>`} <rw-solve .solve=${e.solve} ?ready=${e.engine === "ready" && (Hh(e)?.sessions.length ?? 0) > 0} ?again=${t !== "current"}></rw-solve> </div>`;
	}
	#s(e) {
		let t = e.base?.indicators, n = e.shown?.indicators ?? t;
		if (!n) return _;
		let r = new Map((t ?? []).map((e) => [e.id, e])), i = e.solve ? O.schedule[e.history.value.stage] : void 0;
		return h`<div class="tiles" role="group" aria-label=${O.schedule.tiles}> ${zp(n).map((t) => h`<rw-kpi compact .indicator=${t} .note=${i} .baseline=${e.shown ? r.get(t.id) : void 0}></rw-kpi>`)} </div>`;
	}
	#c(e, t, n) {
		let { board: r } = e, [i, a] = [t.index.firstDay, t.index.firstDay + t.index.days - 1], o = r.mode === "week" ? 7 : 1, s = r.mode === "week" ? n.days[0] ?? i : r.day, c = r.mode === "week" ? `${x(n.days[0] ?? i)} – ${x(n.days.at(-1) ?? a)}` : x(r.day, "long");
		return h`<div class="bar"> <div class="row"> ${F({
			label: O.schedule.mode,
			values: this.#u(n),
			current: r.mode,
			name: (e) => e === "routes" ? O.routes.mode : O.schedule[e],
			choose: (e) => this.#f({ mode: e })
		})} ${r.mode === "routes" ? _ : F({
			label: O.schedule.rowsBy,
			values: Rh,
			current: r.grouping,
			name: (e) => O.schedule.groupings[e],
			choose: (e) => this.#f({ grouping: e })
		})} </div> <div class="row dates"> <button type="button" class="turn" aria-label=${O.schedule.previousDay} aria-disabled=${s <= i} @click=${() => this.#f({ day: Math.max(i, s - o) })}> ${lf("previous")} </button> <b class="date">${c}</b> <button type="button" class="turn" aria-label=${O.schedule.nextDay} aria-disabled=${s + o > a} @click=${() => this.#f({ day: Math.min(a, s + o > a ? r.day : s + o) })}> ${lf("next")} </button> </div> </div> ${this.#l(e, t, n, c)}`;
	}
	#l(e, t, n, r) {
		let { board: i } = e;
		return i.mode === "routes" ? h`<rw-routes .reply=${e.routes.reply} .sessions=${n.sessions} .index=${t.index} ?names=${i.names} .selected=${i.selected} .label=${r} ></rw-routes>` : n.rows.length === 0 ? this.#d(i.grouping) : i.list ? h`<rw-schedule-list .sessions=${Yh(n, i)} .flags=${n.flags} .index=${t.index} ?names=${i.names} .selected=${i.selected} .label=${r} ></rw-schedule-list>` : h`<rw-schedule .rows=${n.rows} .range=${Fm(n.rows)} .mode=${i.mode} .days=${n.days} .grouping=${i.grouping} .index=${t.index} .flags=${n.flags} .ghosts=${n.ghosts} .selected=${i.selected} ?proposal=${e.solve !== void 0 || e.history.value.stage === "proposal"} ?names=${i.names} ?movedOnly=${i.movedOnly} .step=${Uh(t)} ></rw-schedule>`;
	}
	#u({ plan: e }) {
		return e.sessions.some((e) => e.place?.modality === "home") || this.state.board.mode === "routes" ? [
			"day",
			"week",
			"routes"
		] : ["day", "week"];
	}
	#d(e) {
		return h`<div class="empty"> <p>${O.schedule.empty[e]}</p> ${e === "patients" ? _ : h`<button type="button" @click=${() => N(this, "rw-navigate", { view: "data" })}>${O.schedule.addData}</button>`} </div>`;
	}
	#f(e) {
		N(this, "rw-board", e);
	}
	#p(e) {
		let { board: t } = e;
		return h`<div class="legend"> <ul class="plain row" aria-label=${O.schedule.legend}> ${zh.map((e) => h`<li class="row"><span class="swatch" data-look=${e}>${O.looks[e][0]}</span>${O.looks[e][1]}</li>`)} <li class="row"><span class="bang" aria-hidden="true">!</span>${O.schedule.problem}</li> ${e.history.value.stage === "current" && !e.solve ? _ : h`<li class="row"><span class="outlined" aria-hidden="true"></span>${O.schedule.moved}</li>`} </ul> <div class="row"> ${t.mode === "routes" ? _ : h`<button type="button" class="small" aria-pressed=${t.list} @click=${() => this.#f({ list: !t.list })}> ${t.list ? O.schedule.board : O.schedule.list} </button>`} <button type="button" class="small" @click=${() => N(this, "rw-sheets", {
			by: "clinician",
			names: !1
		})}>${O.sheets.open}</button> <label class="check"> <input type="checkbox" .checked=${t.names} @change=${(e) => this.#f({ names: e.target.checked })} /> ${O.schedule.names} </label> </div> </div> ${t.list || t.mode === "routes" ? _ : h`<p class="note keys">${O.schedule.keys}</p>`}`;
	}
	#m(e, t, n) {
		let { board: r } = e, i = e.solve?.best ? [] : e.shown?.violations ?? e.base?.violations ?? [], a = r.selected ? n.sessions.get(r.selected) : void 0;
		return h`${a ? this.#h(e, t, n, a, i) : _} ${a ? _ : h`<rw-incident .state=${e}></rw-incident>`} <div class="stack" ?hidden=${a !== void 0 || e.incident.draft !== void 0}>${this.#g(e, t, n, i)}</div>`;
	}
	#h(e, t, n, r, i) {
		let { board: a } = e;
		return h`<rw-session .session=${r} .sessions=${n.sessions} .was=${t.published.sessions.find((e) => e.session === r.session)} .index=${t.index} .insight=${e.insight?.session === r.session ? e.insight : void 0} .problems=${i.filter((e) => e.sessions.includes(r.session))} ?locked=${n.flags.get(r.session)?.locked ?? !1} .reason=${e.history.value.locks.includes(r.session) ? e.history.value.lockReasons[r.session] ?? "" : void 0} ?names=${a.names} .step=${Uh(t)} .attendance=${e.attendance} ></rw-session>`;
	}
	#g(e, t, n, r) {
		let { board: i } = e, a = e.history.value.stage !== "current" || n.changes.length > 0, o = i.panel === "changes" && !a ? "problems" : i.panel, s = {
			changes: O.changes.title,
			problems: O.schedule.problemsTitle,
			day: O.day.tab
		};
		return h`${F({
			label: O.schedule.panel,
			values: a ? [
				"changes",
				"problems",
				"day"
			] : ["problems", "day"],
			current: o,
			name: (e) => s[e],
			choose: (e) => this.#f({ panel: e })
		})} ${o === "day" ? h`<rw-day-check .reply=${e.dayCheck.reply} .sessions=${n.sessions} .index=${t.index} ?names=${i.names} .label=${x(i.day, "long")} ></rw-day-check>` : _} ${o === "changes" ? h`<rw-changes .changes=${n.changes} .outcome=${e.outcome} .notMet=${this.#_(e, n)} .sessions=${n.sessions} .total=${n.plan.sessions.length} .index=${t.index} ?proposal=${e.history.value.stage === "proposal"} ?movedOnly=${i.movedOnly} ?names=${i.names} ></rw-changes>` : _} ${o === "problems" ? h`<rw-problems .violations=${r} .unplaced=${bl(n.plan).filter((e) => e.kind !== "group")} .missing=${e.solve ? void 0 : Vh(e, "P2")} .sessions=${n.sessions} .index=${t.index} ?names=${i.names} ></rw-problems>` : _}`;
	}
	#_(e, t) {
		return [...new Map((e.outcome?.notMet ?? []).map((e) => [e.session, e])).values()].filter((e) => !t.sessions.get(e.session)?.place);
	}
};
function Vh(e, t) {
	return (e.shown?.indicators ?? e.base?.indicators)?.find((e) => e.id === t)?.value;
}
function Hh(e) {
	return e.solve?.best ?? e.history.value.plan;
}
function Uh(e) {
	let t = e.index.clinic.settings.grid_min;
	return 15 % t == 0 ? 15 : t;
}
function Wh(e, t) {
	let n = Hh(e);
	if (!n) return;
	let { board: r } = e, i = _l(t.published, n), a = r.mode === "week" ? Gh(t, r.day) : [r.day], o = Nm(t.index, n, r.grouping, a);
	return {
		plan: n,
		sessions: new Map(n.sessions.map((e) => [e.session, e])),
		changes: i,
		flags: Kh(e, t, n, i),
		rows: r.grouping === "patients" ? o.filter((e) => e.days.some((e) => e.blocks.length > 0)) : o,
		ghosts: r.mode === "day" ? Jh(i, r) : [],
		days: a
	};
}
function Gh(e, t) {
	let { firstDay: n, days: r } = e.index, i = n + Math.floor((t - n) / 7) * 7;
	return Array.from({ length: Math.min(7, n + r - i) }, (e, t) => i + t);
}
function Kh(e, t, n, r) {
	let i = new Set(e.history.value.locks), a = new Set(r.filter((t) => qh(t, e.board)).map((e) => e.session)), o = /* @__PURE__ */ new Map(), s = e.solve?.best ? [] : e.shown?.plan === n ? e.shown.violations : e.base?.plan === n ? e.base.violations : [], c = new Map(n.sessions.map((e) => [e.session, e]));
	for (let n of s) {
		let r = ii(t.index, n.text, {
			sessions: c,
			names: e.board.names
		});
		for (let e of n.sessions) o.set(e, [...o.get(e) ?? [], r]);
	}
	return new Map(n.sessions.map((e) => [e.session, {
		locked: e.locked || i.has(e.session),
		moved: a.has(e.session),
		problems: [...new Set(o.get(e.session) ?? [])]
	}]));
}
var qh = ({ kind: e }, t) => e !== "seats" && (e !== "room" || t.grouping === "rooms");
function Jh(e, t) {
	return e.flatMap(({ kind: e, before: n, session: r }) => {
		let i = n.place;
		return !t.movedOnly && r !== t.selected || !(e === "moved" || e === "room" && t.grouping === "rooms") || !i || b(i.start) !== t.day ? [] : (t.grouping === "clinicians" ? i.clinicians : t.grouping === "rooms" ? [i.room ?? ""] : n.patients).map((e) => ({
			session: r,
			row: e,
			start: Lt(i.start),
			minutes: n.minutes
		}));
	});
}
function Yh(e, t) {
	let n = new Set(e.days);
	return e.plan.sessions.filter((r) => (r.place ? !n.has(b(r.place.start)) : r.kind === "group") ? !1 : !t.movedOnly || (e.flags.get(r.session)?.moved ?? !1));
}
y("rw-view-schedule", Bh);
// virtual:claims
var Xh = "\n\nEngine ab45274 of 2026-11-23, rustc 1.95.0. On Intel(R) Xeon(R) Processor, 1 core.\n\naddiction treatment: 8 clinicians, seeds 1 to 200, 2000 steps for a published week and 200 for a repair, 34 CPU s in all\n\n| claim | n | recall only | human | rule-based | optimizer | its worst tenth | difference (95 %) | worst tenth of it | verdict | why |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n| clinician utilization 21 to 38 % higher, booked (K14) | 200 | 32.4 | 35.6 | 35.5 | 35.9 |  | +0.3 (+0.2 to +0.4) |  | **holds in part** | better by 4 % of the promised change; at least 43.1 % is promised |\n| clinician utilization 21 to 38 % higher, delivered (K14) | 200 | 27.2 | 29.8 | 29.6 | 30.0 |  | +0.3 (+0.2 to +0.4) |  | **holds in part** | better by 5 % of the promised change; at least 36.0 % is promised |\n| clinician utilization 85 to 90 %, booked (K14) | 200 | 32.4 | 35.6 | 35.5 | 35.9 |  | +0.3 (+0.2 to +0.4) |  | **holds in part** | better, but at least 85.0 % is promised |\n| clinician utilization 85 to 90 %, delivered (K14) | 200 | 27.2 | 29.8 | 29.6 | 30.0 |  | +0.3 (+0.2 to +0.4) |  | **cannot hold** | 85.0 % takes 101.8 % of all time booked, when 83.5 % of what is booked is delivered |\n| room use 25 to 35 % higher (K16) | 200 | 14.5 | 16.1 | 16.0 | 16.7 |  | +0.6 (+0.5 to +0.7) |  | **holds in part** | better by 15 % of the promised change; at least 20.1 % is promised |\n| attendance 20 to 25 % higher (K11) | 200 | 80.7 | 80.8 | 80.8 | 80.8 | 77.2 | 0.0 (-0.1 to +0.1) | -1.0 | **does not hold** | not better beyond chance; at least 97.0 % is promised |\n| conflicts down by 85 % (K12) | 200 | 9.64 | 4.07 | 0.32 | 0.00 | 0.00 | -4.07 (-4.41 to -3.72) | -1.00 | **holds** | at most 0.6 is promised |\n| late changes down by 85 % (K13) | 200 | 8.2 | 7.9 | 7.9 | 9.0 | 22.7 | +1.1 (+0.2 to +2.1) | +7.3 | **does not hold** | not better beyond chance; at most 1.2 % is promised |\n| late changes for 2.25 to 3 % of patients a week (K13) | 200 | 8.2 | 7.9 | 7.9 | 9.0 | 22.7 | +1.1 (+0.2 to +2.1) | +7.3 | **does not hold** | not better beyond chance; at most 3.0 % is promised |\n| emergencies placed within 30 minutes, nine in ten (K23) | 135 | 0.0 | 64.1 | 66.5 | 74.1 | 0.0 | +10.0 (+3.0 to +16.9) | 0.0 | **holds in part** | better, but at least 90.0 % is promised |\n| 95 % of sessions authorized (K18) | 200 | 98.8 | 98.9 | 99.8 | 100.0 | 100.0 | +1.1 (+1.0 to +1.3) | 0.0 | **holds** | at least 95.0 % is promised |\n| travel down by 15 % (K2) | 200 | 0.0 | 0.0 | 0.0 | 0.0 | 0.0 | 0.0 (0.0 to 0.0) | 0.0 | **not measured** | there is nothing to change |\n| scheduling work 15-20 to 2-3 hours a week |  |  |  |  |  |  |  |  | **not measured** | how long people take to schedule is in no data; a pilot can measure K20 |\n| placement 45-60 to 10-15 minutes |  |  |  |  |  |  |  |  | **not measured** | a call is answered at once by every policy; a pilot can measure K21 |\n| family participation 30 to 40 % higher |  |  |  |  |  |  |  |  | **not measured** | who of a family comes is not drawn; a pilot can measure K22 |\n| in-person visits down by 30 % |  |  |  |  |  |  |  |  | **not measured** | how many visits may be by video is a clinical choice, not one of scheduling |\n| return in 3 to 18 months |  |  |  |  |  |  |  |  | **not measured** | money needs prices and a start: `scenario` reckons it |\n\n\nBeside these:\n\n| indicator | n | recall only | human | rule-based | optimizer | its worst tenth | difference (95 %) | worst tenth of it |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n| Conflicts per week, as lived (K12) | 200 | 8.32 | 3.61 | 0.27 | 0.00 | 0.00 | -3.61 (-3.95 to -3.27) | -1.00 |\n| Not placed: hours (P2) | 200 | 7.44 | 6.75 | 9.26 | 5.83 | 10.18 | -0.93 (-1.63 to -0.23) | +1.75 |\n| Visits per clinician per day (K1) | 200 | 2.43 | 2.65 | 2.66 | 2.69 | 2.41 | +0.05 (+0.04 to +0.06) | -0.06 |\n| Time to first visit: within 48 h (K3) | 192 | 7.0 | 67.9 | 68.2 | 71.7 | 100.0 | +3.8 (+1.5 to +6.1) | +25.0 |\n| Overtime hours (K7) | 200 | 1.13 | 1.76 | 1.43 | 0.00 | 0.00 | -1.75 (-2.06 to -1.45) | 0.00 |\n| Visit completion (K9) | 200 | 78.0 | 78.3 | 78.3 | 78.0 | 72.4 | -0.2 (-0.6 to +0.1) | -2.9 |\n| No-show rate (K10) | 200 | 15.3 | 15.4 | 15.4 | 15.5 | 18.7 | 0.0 (-0.1 to +0.1) | +0.9 |\n| Fragmented idle (K17) | 200 | 0.4 | 0.4 | 0.5 | 0.7 | 0.9 | +0.3 (+0.2 to +0.3) | +0.5 |\n| Service-hour compliance (K19) | 200 | 50.9 | 54.3 | 53.6 | 56.1 | 33.3 | +1.8 (+0.7 to +2.8) | 0.0 |\n| Workload-strain index (K25) | 200 | 9.80 | 9.70 | 9.59 | 7.77 | 8.79 | -1.93 (-2.06 to -1.80) | -0.78 |\n| Workload-strain index: sessions without a break between (K25) | 200 | 59.3 | 57.0 | 56.7 | 35.6 | 45.4 | -21.4 (-22.5 to -20.3) | -11.4 |\n| Continuity of clinician (K29) | 200 | 0.98 | 0.95 | 0.91 | 0.97 | 0.88 | +0.02 (+0.01 to +0.03) | -0.06 |\n| Mileage cost: miles (K31) | 0 |  |  |  |  |  |  |  |\n\n\nhome health: 8 clinicians, seeds 1 to 200, 2000 steps for a published week and 200 for a repair, 67 CPU s in all\n\n| claim | n | recall only | human | rule-based | optimizer | its worst tenth | difference (95 %) | worst tenth of it | verdict | why |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n| clinician utilization 21 to 38 % higher, booked (K14) | 200 | 43.1 | 45.5 | 45.4 | 47.9 |  | +2.4 (+2.2 to +2.6) |  | **holds in part** | better by 25 % of the promised change; at least 55.0 % is promised |\n| clinician utilization 21 to 38 % higher, delivered (K14) | 200 | 39.9 | 42.2 | 42.2 | 44.5 |  | +2.3 (+2.1 to +2.5) |  | **holds in part** | better by 26 % of the promised change; at least 51.1 % is promised |\n| clinician utilization 85 to 90 %, booked (K14) | 200 | 43.1 | 45.5 | 45.4 | 47.9 |  | +2.4 (+2.2 to +2.6) |  | **holds in part** | better, but at least 85.0 % is promised |\n| clinician utilization 85 to 90 %, delivered (K14) | 200 | 39.9 | 42.2 | 42.2 | 44.5 |  | +2.3 (+2.1 to +2.5) |  | **holds in part** | better, but at least 85.0 % is promised |\n| room use 25 to 35 % higher (K16) | 200 | 0.0 | 0.0 | 0.0 | 0.0 |  | 0.0 (0.0 to 0.0) |  | **not measured** | there is nothing to change |\n| attendance 20 to 25 % higher (K11) | 200 | 92.8 | 92.9 | 92.9 | 93.0 | 90.4 | +0.1 (0.0 to +0.1) | -0.5 | **cannot hold** | 92.9 % x 1.20 = 111.5 %, more than there is |\n| conflicts down by 85 % (K12) | 200 | 29.19 | 17.92 | 0.00 | 0.00 | 0.00 | -17.92 (-18.79 to -17.05) | -10.00 | **holds** | at most 2.7 is promised |\n| late changes down by 85 % (K13) | 200 | 8.3 | 8.4 | 8.5 | 9.8 | 20.0 | +1.4 (+0.9 to +1.9) | +5.8 | **does not hold** | not better beyond chance; at most 1.3 % is promised |\n| late changes for 2.25 to 3 % of patients a week (K13) | 200 | 8.3 | 8.4 | 8.5 | 9.8 | 20.0 | +1.4 (+0.9 to +1.9) | +5.8 | **does not hold** | not better beyond chance; at most 3.0 % is promised |\n| emergencies placed within 30 minutes, nine in ten (K23) | 0 |  |  |  |  |  |  |  | **not measured** | the figure exists in fewer than half of the runs |\n| 95 % of sessions authorized (K18) | 200 | 98.7 | 98.8 | 100.0 | 100.0 | 100.0 | +1.2 (+1.1 to +1.4) | 0.0 | **holds** | at least 95.0 % is promised |\n| travel down by 15 % (K2) | 200 | 14.4 | 14.6 | 14.0 | 8.8 | 10.3 | -5.8 (-5.9 to -5.6) | -4.2 | **holds** | at most 12.4 % is promised |\n| scheduling work 15-20 to 2-3 hours a week |  |  |  |  |  |  |  |  | **not measured** | how long people take to schedule is in no data; a pilot can measure K20 |\n| placement 45-60 to 10-15 minutes |  |  |  |  |  |  |  |  | **not measured** | a call is answered at once by every policy; a pilot can measure K21 |\n| family participation 30 to 40 % higher |  |  |  |  |  |  |  |  | **not measured** | who of a family comes is not drawn; a pilot can measure K22 |\n| in-person visits down by 30 % |  |  |  |  |  |  |  |  | **not measured** | how many visits may be by video is a clinical choice, not one of scheduling |\n| return in 3 to 18 months |  |  |  |  |  |  |  |  | **not measured** | money needs prices and a start: `scenario` reckons it |\n\n\nBeside these:\n\n| indicator | n | recall only | human | rule-based | optimizer | its worst tenth | difference (95 %) | worst tenth of it |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n| Conflicts per week, as lived (K12) | 200 | 24.08 | 14.90 | 0.00 | 0.00 | 0.00 | -14.90 (-15.65 to -14.15) | -8.00 |\n| Not placed: hours (P2) | 200 | 13.88 | 8.29 | 10.52 | 3.78 | 7.92 | -4.51 (-5.03 to -4.00) | -0.23 |\n| Visits per clinician per day (K1) | 200 | 3.79 | 3.99 | 4.03 | 4.20 | 3.74 | +0.20 (+0.18 to +0.23) | +0.03 |\n| Time to first visit: within 48 h (K3) | 83 | 1.5 | 8.4 | 9.2 | 26.0 | 59.1 | +26.3 (+20.9 to +31.6) | +54.4 |\n| Overtime hours (K7) | 200 | 0.16 | 0.34 | 0.20 | 0.01 | 0.00 | -0.33 (-0.42 to -0.25) | 0.00 |\n| Visit completion (K9) | 200 | 89.9 | 90.0 | 90.0 | 90.1 | 85.8 | +0.1 (-0.1 to +0.2) | -1.4 |\n| No-show rate (K10) | 200 | 3.8 | 3.8 | 3.8 | 3.8 | 5.9 | 0.0 (-0.1 to +0.1) | +0.6 |\n| Fragmented idle (K17) | 200 | 9.1 | 10.0 | 9.3 | 4.6 | 5.3 | -5.4 (-5.6 to -5.3) | -4.0 |\n| Service-hour compliance (K19) | 0 |  |  |  |  |  |  |  |\n| Workload-strain index (K25) | 200 | 6.56 | 5.99 | 6.38 | 6.69 | 7.81 | +0.70 (+0.60 to +0.80) | +1.55 |\n| Workload-strain index: sessions without a break between (K25) | 200 | 29.2 | 23.2 | 27.2 | 30.2 | 36.3 | +6.9 (+6.0 to +7.8) | +15.2 |\n| Continuity of clinician (K29) | 200 | 0.97 | 0.94 | 0.88 | 0.91 | 0.85 | -0.02 (-0.03 to -0.02) | -0.08 |\n| Mileage cost: miles (K31) | 200 | 1127.62 | 1142.79 | 1095.60 | 679.50 | 793.62 | -463.29 (-478.25 to -448.33) | -341.78 |\n\n\noutpatient rehabilitation: 8 clinicians, seeds 1 to 200, 2000 steps for a published week and 200 for a repair, 134 CPU s in all\n\n| claim | n | recall only | human | rule-based | optimizer | its worst tenth | difference (95 %) | worst tenth of it | verdict | why |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n| clinician utilization 21 to 38 % higher, booked (K14) | 200 | 49.7 | 55.4 | 55.4 | 57.7 |  | +2.3 (+2.1 to +2.5) |  | **holds in part** | better by 20 % of the promised change; at least 67.0 % is promised |\n| clinician utilization 21 to 38 % higher, delivered (K14) | 200 | 42.6 | 47.8 | 47.8 | 49.8 |  | +2.0 (+1.8 to +2.2) |  | **holds in part** | better by 20 % of the promised change; at least 57.8 % is promised |\n| clinician utilization 85 to 90 %, booked (K14) | 200 | 49.7 | 55.4 | 55.4 | 57.7 |  | +2.3 (+2.1 to +2.5) |  | **holds in part** | better, but at least 85.0 % is promised |\n| clinician utilization 85 to 90 %, delivered (K14) | 200 | 42.6 | 47.8 | 47.8 | 49.8 |  | +2.0 (+1.8 to +2.2) |  | **holds in part** | better, but at least 85.0 % is promised |\n| room use 25 to 35 % higher (K16) | 200 | 21.9 | 25.3 | 25.1 | 25.5 |  | +0.2 (+0.1 to +0.3) |  | **holds in part** | better by 3 % of the promised change; at least 31.7 % is promised |\n| attendance 20 to 25 % higher (K11) | 200 | 85.6 | 86.0 | 86.1 | 86.1 | 82.7 | 0.0 (-0.1 to +0.1) | -0.8 | **cannot hold** | 86.0 % x 1.20 = 103.3 %, more than there is |\n| conflicts down by 85 % (K12) | 200 | 12.45 | 8.71 | 0.00 | 0.00 | 0.00 | -8.71 (-9.36 to -8.07) | -3.00 | **holds** | at most 1.3 is promised |\n| late changes down by 85 % (K13) | 200 | 6.7 | 6.6 | 6.4 | 7.4 | 16.1 | +0.8 (+0.4 to +1.2) | +3.6 | **does not hold** | not better beyond chance; at most 1.0 % is promised |\n| late changes for 2.25 to 3 % of patients a week (K13) | 200 | 6.7 | 6.6 | 6.4 | 7.4 | 16.1 | +0.8 (+0.4 to +1.2) | +3.6 | **does not hold** | not better beyond chance; at most 3.0 % is promised |\n| emergencies placed within 30 minutes, nine in ten (K23) | 185 | 0.0 | 24.0 | 25.8 | 38.7 | 0.0 | +14.7 (+10.1 to +19.3) | 0.0 | **holds in part** | better, but at least 90.0 % is promised |\n| 95 % of sessions authorized (K18) | 200 | 98.7 | 98.8 | 100.0 | 100.0 | 100.0 | +1.2 (+1.1 to +1.4) | 0.0 | **holds** | at least 95.0 % is promised |\n| travel down by 15 % (K2) | 200 | 0.0 | 0.0 | 0.0 | 0.0 | 0.0 | 0.0 (0.0 to 0.0) | 0.0 | **not measured** | there is nothing to change |\n| scheduling work 15-20 to 2-3 hours a week |  |  |  |  |  |  |  |  | **not measured** | how long people take to schedule is in no data; a pilot can measure K20 |\n| placement 45-60 to 10-15 minutes |  |  |  |  |  |  |  |  | **not measured** | a call is answered at once by every policy; a pilot can measure K21 |\n| family participation 30 to 40 % higher |  |  |  |  |  |  |  |  | **not measured** | who of a family comes is not drawn; a pilot can measure K22 |\n| in-person visits down by 30 % |  |  |  |  |  |  |  |  | **not measured** | how many visits may be by video is a clinical choice, not one of scheduling |\n| return in 3 to 18 months |  |  |  |  |  |  |  |  | **not measured** | money needs prices and a start: `scenario` reckons it |\n\n\nBeside these:\n\n| indicator | n | recall only | human | rule-based | optimizer | its worst tenth | difference (95 %) | worst tenth of it |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n| Conflicts per week, as lived (K12) | 200 | 10.01 | 6.92 | 0.00 | 0.00 | 0.00 | -6.92 (-7.50 to -6.34) | -2.00 |\n| Not placed: hours (P2) | 200 | 17.14 | 11.37 | 13.08 | 5.25 | 9.75 | -6.13 (-6.58 to -5.67) | -2.24 |\n| Visits per clinician per day (K1) | 200 | 4.68 | 5.31 | 5.36 | 5.46 | 5.09 | +0.15 (+0.12 to +0.18) | -0.06 |\n| Time to first visit: within 48 h (K3) | 200 | 7.3 | 59.7 | 62.8 | 68.1 | 85.8 | +8.4 (+6.1 to +10.7) | +29.4 |\n| Overtime hours (K7) | 200 | 10.39 | 15.54 | 14.11 | 6.89 | 11.98 | -8.65 (-9.37 to -7.93) | -2.55 |\n| Visit completion (K9) | 200 | 82.5 | 83.1 | 83.2 | 82.9 | 77.6 | -0.2 (-0.4 to -0.1) | -1.7 |\n| No-show rate (K10) | 200 | 11.7 | 11.4 | 11.3 | 11.4 | 15.0 | 0.0 (-0.1 to +0.1) | +0.8 |\n| Fragmented idle (K17) | 200 | 7.3 | 8.1 | 8.2 | 6.3 | 7.0 | -1.9 (-1.9 to -1.8) | -1.2 |\n| Service-hour compliance (K19) | 0 |  |  |  |  |  |  |  |\n| Workload-strain index (K25) | 200 | 3.55 | 4.85 | 4.51 | 4.10 | 5.48 | -0.75 (-0.93 to -0.57) | +0.79 |\n| Workload-strain index: sessions without a break between (K25) | 200 | 4.2 | 6.9 | 7.0 | 19.8 | 24.8 | +12.9 (+12.4 to +13.4) | +17.8 |\n| Continuity of clinician (K29) | 200 | 0.98 | 0.93 | 0.92 | 0.93 | 0.89 | 0.00 (0.00 to +0.01) | -0.04 |\n| Mileage cost: miles (K31) | 0 |  |  |  |  |  |  |  |\n\n", Zh = /* @__PURE__ */ new Map([
	["recall only", "recall"],
	["human", "human"],
	["rule-based", "rules"],
	["optimizer", "optimizer"]
]), Qh = /* @__PURE__ */ new Map([
	["holds", "holds"],
	["holds in part", "in_part"],
	["does not hold", "does_not_hold"],
	["cannot hold", "cannot_hold"],
	["not measured", "not_measured"]
]);
function $h(e) {
	let t = [], n = [], r = () => {
		n.length > 0 && t.at(-1)?.tables.push(eg(n)), n = [];
	};
	for (let i of e.split("\n")) {
		if (i.startsWith("|")) {
			n.push(i.split("|").slice(1, -1).map((e) => Wt(e.trim())));
			continue;
		}
		r();
		let [, e, a] = /^([a-z][^:]*): (\d.*)$/.exec(i.trim()) ?? [];
		e && a && t.push({
			name: e,
			how: Wt(a),
			tables: []
		});
	}
	return r(), t.map(({ name: e, how: t, tables: [n = [], r = []] }) => ({
		name: e,
		how: t,
		claims: n,
		beside: r
	}));
}
function eg([e = [], , ...t]) {
	let n = (t, n) => t[e.findIndex((e) => e.startsWith(n))] ?? "";
	return t.map((e) => {
		let [, t = e[0] ?? "", r = ""] = /^(.*) \(([A-Z]\d+)\)$/.exec(e[0] ?? "") ?? [], [, i = "", a = ""] = /^(\S+)(?: \((.*)\))?$/.exec(n(e, "difference")) ?? [], o = [...Zh].map(([t, r]) => [r, ag(n(e, t))]);
		return {
			name: t,
			id: r,
			n: n(e, "n"),
			means: new Map(o),
			difference: ag(i),
			interval: ag(a),
			worst: ag(n(e, "worst")),
			verdict: Qh.get(n(e, "verdict").replaceAll("*", "")),
			why: n(e, "why")
		};
	});
}
function tg(e, t) {
	return e.map((e) => {
		let n = t?.policies.filter((e) => e.policy !== "human" && e.policy !== "optimizer") ?? [], r = n.map((t) => e.measure === null ? null : t.figures[e.measure]?.mean ?? null), i = [
			"human",
			"optimizer",
			...n.map((e) => e.policy)
		];
		return {
			name: e.claim,
			id: e.id ?? "",
			n: e.id === null ? "" : C(e.n),
			verdict: e.verdict,
			why: Wt(e.why),
			...rg(e.unit === "share", i, [
				e.human,
				e.optimizer,
				...r
			], e.difference, e.interval, e.worst_tenth)
		};
	});
}
function ng(e) {
	let t = e.policies.map((e) => e.policy), n = e.differences.find((e) => e.policy === "optimizer");
	return e.measures.map((r, i) => {
		let a = n?.figures[i], o = e.policies.map((e) => e.figures[i]?.mean ?? null);
		return {
			name: r.name,
			id: r.id,
			n: C(a?.n ?? 0),
			verdict: void 0,
			why: "",
			...rg(r.unit === "share", t, o, a?.mean ?? null, a?.interval ?? null, a?.worst_tenth ?? null)
		};
	});
}
function rg(e, t, n, r, i, a) {
	let o = (t) => t == null ? "" : ig(t, e, !1), s = (t) => t === null ? "" : ig(t, e, !0);
	return {
		means: new Map(t.map((e, t) => [e, o(n[t])])),
		difference: s(r),
		interval: i ? O.scenarios.to(s(i[0]), s(i[1])) : "",
		worst: s(a)
	};
}
function ig(e, t, n) {
	let r = t ? 1 : 2, i = T(Math.abs(t ? e * 100 : e), r);
	return i === T(0, r) ? i : `${e < 0 ? "−" : n ? "+" : ""}${i}`;
}
function ag(e) {
	return e.replaceAll(/(^|\s)-/g, "$1−");
}
function og(e) {
	let t = [
		"holds",
		"in_part",
		"does_not_hold",
		"cannot_hold",
		"not_measured"
	].map((t) => [t, e.filter((e) => (e.verdict ?? "not_measured") === t).length]);
	return new Map(t.filter(([, e]) => e > 0));
}
// elements/rw-claims/rw-claims.ts
var sg = O.simulator, cg = ["human", "optimizer"], lg = ["recall", "rules"], ug = {
	holds: "good",
	in_part: "warn",
	does_not_hold: "bad",
	cannot_hold: "bad",
	not_measured: "muted"
};
y("rw-claims", class extends v {
	static {
		this.properties = {
			lines: { attribute: !1 },
			label: { attribute: !1 }
		};
	}
	static {
		this.sheet = c` tbody th { font-weight: 400; min-inline-size: 7.5rem; } th.number { white-space: normal; vertical-align: bottom; } small { display: block; color: var(--rw-muted); font-size: 0.8125rem; } .verdict { display: block; font-weight: 600; } `;
	}
	render() {
		let e = lg.filter((e) => this.lines.some((t) => t.means.get(e))), t = this.lines.some((e) => e.verdict !== void 0), { columns: n } = sg;
		return h`<div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table(this.label)}> <table> <thead> <tr> <th scope="col">${t ? n.claim : sg.measure}</th> ${cg.map((e) => h`<th scope="col" class="number">${sg.policies[e]}</th>`)} <th scope="col" class="number">${n.difference}</th> <th scope="col" class="number">${n.worst}</th> ${e.map((e) => h`<th scope="col" class="number">${sg.policies[e]}</th>`)} <th scope="col" class="number">${n.n}</th> </tr> </thead> <tbody> ${this.lines.map((t) => this.#e(t, e))} </tbody> </table> </div>`;
	}
	#e(e, t) {
		let n = (t) => h`<td class="number">${e.means.get(t) ?? ""}</td>`;
		return h`<tr> <th scope="row"> ${e.verdict ? h`<span class="verdict ${ug[e.verdict]}">${sg.verdicts[e.verdict]}</span>` : _} ${oi(e.name)} <span class="muted">${e.id}</span> ${e.why ? h`<small>${M(e.why.replaceAll("`", "").replace(/ x (?=\d)/g, " × "))}</small>` : _} </th> ${cg.map(n)} <td class="number">${e.difference}${e.interval ? h`<small>${e.interval}</small>` : _}</td> <td class="number">${e.worst}</td> ${t.map(n)} <td class="number">${e.n}</td> </tr>`;
	}
});
// elements/rw-view-simulator/rw-view-simulator.ts
var Y = O.simulator, dg = $h(Xh), fg = class extends v {
	static {
		this.properties = {
			state: { attribute: !1 },
			kind: { state: !0 }
		};
	}
	static {
		this.sheet = [
			fp,
			_f,
			c` .stale { border-inline-start: 4px solid var(--rw-warn); padding-inline-start: 0.75rem; } tbody th { font-weight: 400; } `
		];
	}
	render() {
		let { state: e } = this;
		return h`<div class="stack"> <h1 tabindex="-1">${Y.title}</h1> <p class="muted">${Y.intro}</p> ${this.#e()} ${e.open ? this.#t(e, e.open) : h`<p class="muted">${e.busy ?? O.data.nothing}</p>`} <section class="card stack tight" aria-labelledby="limits"> <h2 id="limits">${Y.limits}</h2> <ul class="facts"> ${Y.limitItems.map((e) => h`<li>${e}</li>`)} </ul> <details> <summary>${Y.ways}</summary> <ul class="facts"> ${va.map((e) => h`<li><b>${Y.policies[e]}.</b> ${Y.policyNotes[e]}</li>`)} </ul> </details> </section> </div>`;
	}
	#e() {
		let e = dg.find((e) => e.name === this.kind) ?? dg[0];
		return h`<section class="card stack tight" aria-labelledby="claims"> <div class="row spread"> <h2 id="claims">${Y.claims}</h2> ${dg.length > 1 ? F({
			label: Y.kind,
			values: dg.map((e) => e.name),
			current: e?.name ?? "",
			name: oi,
			choose: (e) => this.kind = e,
			small: !0
		}) : _} </div> <p class="note">${Y.claimsNote}</p> ${e ? h`<p class="finding">${pg(e.claims)}</p> <rw-claims .lines=${e.claims} .label=${Y.claims}></rw-claims> <p class="note">${Y.tableNote}</p> <p class="note">${M(e.how)}</p> ${e.beside.length > 0 ? h`<details> <summary>${Y.beside}</summary> <rw-claims .lines=${e.beside} .label=${Y.beside}></rw-claims> </details>` : _}` : h`<p>${Y.unmeasured}</p>`} </section>`;
	}
	#t(e, t) {
		let { running: n, reply: r, of: i, runs: a } = e.simulator, o = qa(e) && n === void 0, s = e.engine === "ready" && !qa(e);
		return h`<section class="card stack tight" aria-labelledby="own"> <h2 id="own">${Y.own}</h2> <p class="note">${Y.ownNote}</p> <div class="row asked no-print"> <div class="field"> <span class="label">${Y.runs}</span> ${F({
			label: Y.runs,
			values: ga,
			current: a,
			name: String,
			choose: (e) => N(this, "rw-simulator", {
				kind: "runs",
				runs: e
			})
		})} </div> <button type="button" class="primary" aria-disabled=${!s} @click=${() => s && N(this, "rw-simulator", { kind: "run" })}>${r ? Y.again : Y.run}</button> </div> ${o ? h`<p class="muted">${Y.taken}</p>` : _} ${n ? this.#n(n) : _} ${r && i && !n ? h`${i.clinic === t.index ? _ : h`<p class="warn stale" role="note">${Y.stale}</p>`} ${this.#r(r, i.runs)}` : _} </section>`;
	}
	#n({ step: e, steps: t, runs: n, done: r, policy: i, claims: a }) {
		let o = t > 0 ? e / t * 100 : 0, s = Y.progress(r, n, i ? Y.policies[i] : "");
		return h`<div class="row"> ${pp({
			label: Y.running,
			done: Math.round(o),
			of: 100,
			percent: o,
			text: s
		})} <span>${s}</span> <button type="button" class="small" @click=${() => N(this, "rw-simulator", { kind: "stop" })}>${Y.stop}</button> </div> ${a.length > 0 ? h`<p>${Y.soFar(r)}</p> <rw-claims .lines=${tg(a)} .label=${Y.own}></rw-claims>` : h`<p class="note">${Y.firstRuns}</p>`}`;
	}
	#r(e, t) {
		let n = tg(e.claims, e);
		return h`${e.replications < t ? h`<p class="warn">${Y.stopped(e.replications, t)}</p>` : _} <p class="finding">${pg(n)}</p> <p class="note"> ${Y.few(e.replications)} ${dg.length > 0 ? Y.many : _} ${e.from && e.to ? Y.period(x(e.from, "date"), x(e.to, "date")) : _} </p> <rw-claims .lines=${n} .label=${Y.own}></rw-claims> <p class="note">${Y.tableNote}</p> <details> <summary>${Y.all}</summary> <rw-claims .lines=${ng(e)} .label=${Y.all}></rw-claims> </details> <details> <summary>${Y.rates}</summary> <div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table(Y.rates)}> <table> <thead> <tr> <th scope="col">${Y.rate.what}</th> <th scope="col" class="number">${Y.rate.value}</th> <th scope="col">${Y.rate.source}</th> </tr> </thead> <tbody> ${e.rates.map(({ name: e, value: t, source: n }) => h`<tr> <th scope="row">${oi(e)}</th> <td class="number">${e.endsWith("a week") ? T(t, 1) : E(t, 1)}</td> <td>${n}</td> </tr>`)} </tbody> </table> </div> </details>`;
	}
};
function pg(e) {
	return Y.finding(e.length, [...og(e)].map(([e, t]) => Y.told[e](t)).join(", "));
}
y("rw-view-simulator", fg);
// elements/rw-formats/rw-formats.ts
var mg = O.formats, hg = [
	"Mon",
	"Tue",
	"Wed",
	"Thu",
	"Fri",
	"Sat",
	"Sun"
], gg = b("2026-11-23"), _g = [
	"USD",
	"CAD",
	"MXN"
], vg = class extends v {
	static {
		this.properties = {
			formats: { attribute: !1 },
			settings: { attribute: !1 },
			blocked: { type: Boolean }
		};
	}
	static {
		this.sheet = c` .all { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem 1.5rem; } .name { display: block; margin-block-end: 0.25rem; color: var(--rw-muted); font-size: 0.875rem; } `;
	}
	render() {
		let { formats: e, settings: t } = this;
		return e ? h`<div class="all"> <div> <span class="name" aria-hidden="true">${mg.language}</span> <div class="segmented" role="group" aria-label=${mg.language}> ${Ln.map((t) => h`<button type="button" class="small" lang=${t} aria-pressed=${t === e.language} @click=${() => N(this, "rw-language", { language: t })}> ${Rn[t]} </button>`)} </div> </div> <div> <span class="name" aria-hidden="true">${mg.clock}</span> ${F({
			label: mg.clock,
			values: [24, 12],
			current: e.clock,
			small: !0,
			name: (e) => mg.clocks[e],
			choose: (e) => N(this, "rw-language", { clock: e })
		})} </div> ${t ? this.#e(t) : _} </div>` : _;
	}
	#e({ currency: e, week_start: t }) {
		let n = new Intl.DisplayNames(Pt(), { type: "currency" }), r = _g.includes(e) ? _g : [e, ..._g];
		return h`<div class="field"> <label for="currency">${mg.currency}</label> <select id="currency" ?disabled=${this.blocked} @change=${(e) => N(this, "rw-settings", { currency: e.target.value })}> ${r.map((t) => h`<option value=${t} ?selected=${t === e}>${t}, ${yg(n, t)}</option>`)} </select> </div> <div class="field"> <label for="week-start">${mg.weekStart}</label> <select id="week-start" ?disabled=${this.blocked} @change=${(e) => N(this, "rw-settings", { week_start: e.target.value })}> ${hg.map((e, n) => h`<option value=${e} ?selected=${e === t}>${x(It(gg + n), "weekday")}</option>`)} </select> </div>`;
	}
};
function yg(e, t) {
	return /^[A-Z]{3}$/.test(t) ? e.of(t) ?? t : t;
}
y("rw-formats", vg);
// elements/rw-view-start/rw-view-start.ts
var bg = [
	"system",
	"light",
	"dark"
], xg = class extends v {
	static {
		this.properties = { state: { attribute: !1 } };
	}
	static {
		this.sheet = c` .lead { max-inline-size: 44rem; font-size: 1.0625rem; } .cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); align-items: stretch; } .card { align-content: start; } form { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.75rem; } form .wide { grid-column: 1 / -1; } form input, form select { inline-size: 100%; } dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.25rem 1rem; font-size: 0.9375rem; } dt { color: var(--rw-muted); } form .warn { font-size: 0.875rem; } `;
	}
	render() {
		let { state: e } = this, t = e.open, n = Ga(e);
		return h`<div class="stack"> <h1 tabindex="-1">${O.start.title}</h1> <p class="lead">${O.start.lead}</p> <div class="cards"> ${t ? h`<section class="card stack"> <h2>${O.start.now}</h2> <p>${t.summary.name || O.unnamed}${t.summary.synthetic ? h`<br /><span class="warn">${O.synthetic}</span>` : _}</p> <dl> <dt>${O.start.people}</dt> <dd>${O.start.peopleOf(Cg(e, "clinicians"), Sg(t))}</dd> <dt>${O.start.week}</dt> <dd>${O.start.weekOf(t.summary.sessions, t.summary.seats)}</dd> <dt>${O.start.history}</dt> <dd>${O.start.historyOf(Cg(e, "appointments"))}</dd> </dl> <div class="row"> <button type="button" class="primary" @click=${() => N(this, "rw-navigate", { view: "schedule" })}>${O.start.toSchedule}</button> <button type="button" @click=${() => N(this, "rw-save", {})}>${O.saveFile}</button> </div> <p class="note">${O.start.keepNote}</p> </section>` : _} <section class="card stack"> <h2>${O.start.mine}</h2> <p class="note">${O.start.mineNote}</p> <div class="row"> <button type="button" class="primary" @click=${() => N(this, "rw-navigate", { view: "data" })}>${O.start.goData}</button> <button type="button" @click=${() => N(this, "rw-download", {
			what: "template",
			format: "xlsx"
		})}>${O.start.template}</button> </div> </section> <section class="card stack"> <h2>${O.start.sample}</h2> <p class="note">${O.start.sampleNote}</p> <form @keydown=${this.#e}> <div class="field wide"> <label for="kind">${O.start.kind}</label> <select id="kind" name="kind"> ${Object.entries(O.start.kinds).map(([e, t]) => h`<option value=${e}>${t}</option>`)} </select> </div> <div class="field"> <label for="clinicians">${O.start.size}</label> <input id="clinicians" name="clinicians" type="number" min="4" max="200" value="24" required autocomplete="off" /> </div> <div class="field"> <label for="seed">${O.start.seed}</label> <input id="seed" name="seed" type="number" min="0" max="9007199254740991" value="1" required autocomplete="off" /> </div> ${n > 0 ? h`<p class="warn wide">${O.start.drops(n)}</p>` : _} <button type="button" class="wide" aria-disabled=${e.engine !== "ready" || e.busy !== void 0} @click=${this.#e}>${O.start.open}</button> </form> </section> </div> <div class="row"> <span class="muted" id="colors">${O.theme.label}</span> <div class="segmented" role="group" aria-labelledby="colors"> ${bg.map((t) => h`<button type="button" class="small" aria-pressed=${e.theme === t} @click=${() => N(this, "rw-theme", { theme: t })}> ${O.theme[t]} </button>`)} </div> </div> <section class="stack tight" aria-labelledby="formats"> <h2 id="formats">${O.formats.title}</h2> <rw-formats .formats=${e.formats} .settings=${t?.index.clinic.settings} ?blocked=${e.engine !== "ready" || qa(e)}></rw-formats> <p class="note">${O.formats.note}</p> </section> </div>`;
	}
	#e = df((e) => {
		if (this.state.engine !== "ready" || this.state.busy !== void 0) return;
		let t = new FormData(e);
		N(this, "rw-sample", {
			kind: String(t.get("kind")),
			clinicians: Number(t.get("clinicians")),
			seed: Number(t.get("seed"))
		});
	});
};
function Sg(e) {
	return new Set(e.index.clinic.orders.map((e) => e.patient)).size;
}
function Cg(e, t) {
	return e.open?.summary.tables.find((e) => e.table === t)?.rows ?? 0;
}
y("rw-view-start", xg);
// elements/rw-view-triage/rw-view-triage.styles.ts
var wg = c` :host { container: triage / inline-size; } ol.orders, ul.orders { display: grid; } .orders > li { display: grid; gap: 0.25rem 1rem; grid-template-columns: minmax(0, 1fr); padding-block: 0.75rem; border-block-end: 1px solid var(--rw-border); } .head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; } .tier { border: 1px solid var(--tone, var(--rw-control)); border-inline-start-width: 4px; border-radius: 4px; padding: 0 0.5rem; font-size: 0.875rem; font-weight: 600; } .tier.emergency { --tone: var(--rw-bad); } .tier.urgent { --tone: var(--rw-warn); } .tier.soon { --tone: var(--rw-accent); } .fields { display: grid; gap: 0.5rem 0.75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); align-items: end; } .fields input, .fields select, textarea { inline-size: 100%; min-width: 0; } .full { grid-column: 1 / -1; } tbody th { font-weight: 400; min-inline-size: 9rem; } td small, th small { display: block; color: var(--rw-muted); font-size: 0.8125rem; } tr.off th, tr.off td { color: var(--rw-muted); } .editor { border-inline-start: 4px solid var(--rw-accent); padding-inline-start: 0.75rem; } @container triage (max-width: 44rem) { .wide { display: none; } }
`, X = O.triage, Tg = 8, Eg = 1440, Dg = Object.keys(X.capacityFields), Og = {
	slots_per_day: 6,
	gap_min: 3900,
	emergencies_per_day: 1,
	emergency_burst: 2,
	others_per_day: 4,
	other_burst: 8
}, kg = class extends v {
	static {
		this.properties = {
			state: { attribute: !1 },
			purpose: { state: !0 },
			edited: { state: !0 },
			shown: { state: !0 }
		};
	}
	static {
		this.sheet = [_f, wg];
	}
	render() {
		let { state: e } = this, { open: t, triage: n } = e;
		if (!t) return h`<div class="stack"><h1 tabindex="-1">${X.title}</h1><p class="muted">${e.busy ?? O.data.nothing}</p></div>`;
		let { reply: r, acuity: i, running: a } = n;
		return h`<div class="stack"> <h1 tabindex="-1">${X.title}</h1> <p class="muted">${X.intro}</p> ${r && i ? this.#e(e, t, r, i) : a ? h`<p class="muted" aria-busy="true">${X.looking}</p>` : h`<div><button type="button" class="primary" @click=${() => N(this, "rw-triage", { kind: "load" })}>${X.retry}</button></div>`} </div>`;
	}
	#e(e, t, n, r) {
		if (n.orders.length === 0) return h`<div class="card stack tight"> <p>${X.empty}</p> <div><button type="button" @click=${() => N(this, "rw-navigate", { view: "data" })}>${X.addData}</button></div> </div> ${this.#d(n, r)}`;
		let i = ja(n), a = Aa(n);
		return h`<div class="row spread"> <p class="finding">${X.finding(a.length, i.length)}</p> <label class="check"> <input type="checkbox" .checked=${e.board.names} @change=${(e) => N(this, "rw-board", { names: e.target.checked })} /> ${O.schedule.names} </label> </div> <p class="note">${X.version(n.version, x(n.as_of, "date"))}</p> <section class="card stack tight" aria-labelledby="persons"> <h2 id="persons">${X.persons}</h2> <p class="note">${i.length > 0 ? X.personsNote : X.personsNone}</p> ${this.#t("persons", i, (e) => this.#a(t, e))} </section> <section class="card stack tight" aria-labelledby="queue"> <h2 id="queue">${X.queue}</h2> <p class="note">${a.length > 0 ? X.queueNote : X.queueNone}</p> ${this.#t("queue", a, (e) => this.#a(t, e))} </section> ${this.#o(t, n)} ${this.#l(n)} ${this.#d(n, r)} ${this.#g(t, r)} ${this.#v(n)}`;
	}
	#t(e, t, n) {
		let r = this.shown?.[e] ?? Tg, i = Math.min(24, t.length - r);
		return h`<ol class="plain orders"> ${t.slice(0, r).map(n)} </ol> ${i > 0 ? h`<div><button type="button" class="small" @click=${() => this.shown = {
			...this.shown,
			[e]: r + i
		}}>${X.more(i)}</button></div>` : _}`;
	}
	#n(e, t) {
		let n = e.filter((e) => e !== void 0);
		n.length > 0 && N(this, "rw-triage", {
			kind: "act",
			actions: n,
			label: t
		});
	}
	#r({ decision: e, accept: t, withdraw: n, outdated: r }, i, a = X.accept) {
		return h`${e ? h`<span class="good">${X.accepted(Ht(e.decided))}</span>` : _} ${r ? h`<span class="warn">${X.outdated}</span>` : _} ${[t, n].filter((e) => e !== void 0).map((e) => this.#i(e, i, e === t ? a : X.withdraw, e === t ? X.acceptedLabel(i) : X.withdrawnLabel(i)))}`;
	}
	#i(e, t, n, r) {
		return h`<button type="button" class="small" aria-label="${n}: ${t}" @click=${() => this.#n([e], r)}>${n}</button>`;
	}
	#a(e, t) {
		let { index: n } = e, r = [n.services.get(t.service)?.name ?? t.service, this.state.board.names ? j(n, "patient", t.patient) : ""].filter(Boolean).join(", "), { suggested: i, points: a, at_worst: o } = t, s = n.clinic.orders.find((e) => e.id === t.order)?.requested, c = [
			s ? X.asked(Mg(s)) : "",
			t.waiting && t.waited_min ? X.waited(Ng(t.waited_min)) : "",
			a.sum !== 0 || a.low !== a.high ? X.points(a.low, a.sum, a.high) : "",
			t.in_person ? X.inPerson : t.perhaps_in_person ? X.perhapsInPerson : "",
			o && o !== t.tier ? X.atWorst(X.tiers[o]) : ""
		], l = [
			i.due_by ? X.due(Mg(i.due_by)) : "",
			i.priority === void 0 ? "" : X.priority(i.priority),
			i.discipline ? Xr(i.discipline) : "",
			...(i.modalities ?? []).map((e) => O.modalities[e])
		];
		return h`<li> <span class="head"> ${t.tier ? h`<span class="tier ${t.tier}">${X.tiers[t.tier]}</span>` : h`<span class="tier">${X.persons}</span>`} <b>${r}</b> <span class="note">${c.filter(Boolean).join(" · ")}</span> </span> ${t.fired.length > 0 ? h`<span>${oi(t.fired.map((e) => A(e.text)).join("; "))}.</span>` : h`<span class="muted">${X.noRule}</span>`} ${t.needs_person || l.every((e) => !e) ? _ : h`<span class="head"><span class="note">${X.suggested}: ${l.filter(Boolean).join(", ")}</span> ${this.#r(t, r)}</span>`} <details> <summary>${X.why}</summary> <ul class="facts"> ${t.fired.map((e) => h`<li>${this.#c(e)}</li>`)} ${t.missing.length > 0 ? h`<li>${X.missing(t.missing.map(Ag).join(", "))}</li>` : _} ${t.own.length > 0 ? h`<li>${X.own(t.own.map(Ag).join(", "))}</li>` : _} </ul> </details> </li>`;
	}
	#o(e, t) {
		return t.referrals.length === 0 ? _ : h`<section class="card stack tight" aria-labelledby="referrals"> <h2 id="referrals">${X.referrals}</h2> <p class="note">${X.referralsNote}</p> ${this.#t("referrals", t.referrals, (n) => this.#s(e, n, t.as_of))} </section>`;
	}
	#s({ index: e }, t, n) {
		let r = e.services.get(t.service)?.name ?? t.service, i = t.patient && this.state.board.names ? j(e, "patient", t.patient) : "", { points: a, at_worst: o } = t, s = [
			X.waited(Ng(t.waited_min)),
			t.due_by ? X.due(Mg(t.due_by)) : "",
			a.sum !== 0 || a.low !== a.high ? X.points(a.low, a.sum, a.high) : "",
			o && o !== t.tier ? X.atWorst(X.tiers[o]) : ""
		];
		return h`<li> <span class="head"> ${t.tier ? h`<span class="tier ${t.tier}">${X.tiers[t.tier]}</span>` : h`<span class="tier">${X.persons}</span>`} <b>${[r, i].filter(Boolean).join(", ")}</b> ${t.due_by && t.due_by < n ? h`<span class="bad">${X.overdue}</span>` : _} <span class="note">${s.filter(Boolean).join(" · ")}</span> </span> ${t.fired.length > 0 ? h`<span>${oi(t.fired.map((e) => A(e.text)).join("; "))}.</span>` : h`<span class="muted">${X.noRule}</span>`} <details> <summary>${X.why}</summary> <ul class="facts"> ${t.fired.map((e) => h`<li>${this.#c(e)}</li>`)} ${t.missing.length > 0 ? h`<li>${X.missing(t.missing.map(Ag).join(", "))}</li>` : _} </ul> </details> </li>`;
	}
	#c(e) {
		let t = e.tier ? X.gives(X.tiers[e.tier]) : e.purpose === "in_person" ? X.inPerson : X.adds(e.points);
		return `${oi(e.text)}: ${[t, ...(e.facts ?? []).map(Pg)].join("; ")}.`;
	}
	#l(e) {
		let t = this.state.triage.capacity;
		return h`<section class="card stack tight" aria-labelledby="tiers"> <h2 id="tiers">${X.tierTable}</h2> <div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table(X.tierTable)}> <table> <thead> <tr> <th scope="col">${X.tierColumns.tier}</th> <th scope="col" class="number">${X.tierColumns.due}</th> <th scope="col" class="number wide">${X.tierColumns.orders}</th> <th scope="col" class="number">${X.tierColumns.waiting}</th> <th scope="col" class="number">${X.tierColumns.longest}</th> ${t ? h`<th scope="col" class="number">${X.tierColumns.bound}</th>` : _} </tr> </thead> <tbody> ${e.tiers.map((e) => h`<tr> <th scope="row">${X.tiers[e.tier]}</th> <td class="number">${Ng(e.due_min)}</td> <td class="number wide">${C(e.orders)}</td> <td class="number">${C(e.waiting)}</td> <td class="number">${e.waited_min === void 0 ? "" : Ng(e.waited_min)}</td> ${t ? h`<td class="number">${e.longest_wait_min === void 0 ? X.noBound : Ng(e.longest_wait_min)}</td>` : _} </tr>`)} </tbody> </table> </div> <details> <summary>${X.capacity}</summary> <form class="stack tight" @keydown=${this.#u}> <p class="note">${X.capacityNote}</p> <div class="fields"> ${Dg.map((e) => h`<div class="field"> <label for=${e}>${X.capacityFields[e]}</label> <input id=${e} name=${e} type="number" required min="0" max="10000" step="any" value=${(t ?? Og)[e] / (e === "gap_min" ? 60 : 1)} /> </div>`)} </div> <div><button type="button" @click=${this.#u}>${X.compute}</button></div> </form> </details> </section>`;
	}
	#u = df((e) => {
		let t = new FormData(e), n = (e) => Number(t.get(e)), r = Dg.map((e) => [e, e === "gap_min" ? Math.round(n(e) * 60) : n(e)]);
		N(this, "rw-triage", {
			kind: "capacity",
			capacity: Object.fromEntries(r)
		});
	});
	#d(e, t) {
		let n = this.purpose ?? "tier", r = [...e.rules, ...t.rules.filter((t) => e.rules.every((e) => e.rule.id !== t.rule.id))], i = r.filter((e) => e.rule.purpose === n);
		return h`<section class="card stack tight" aria-labelledby="rules"> <h2 id="rules">${X.rules}</h2> <p class="note">${X.rulesNote}</p> <div class="row"> ${F({
			label: X.purpose,
			values: Oa,
			current: n,
			name: (e) => X.purposes[e],
			choose: (e) => this.purpose = e,
			small: !0
		})} <button type="button" class="small" @click=${() => {
			this.edited = Pa(n, r.map((e) => e.rule.id)), this.#p();
		}}>${X.add}</button> </div> ${this.edited ? this.#m(this.edited, r) : _} ${e.issues.length > 0 ? h`<h3 class="bad">${X.refused}</h3><ul class="facts bad">${e.issues.map((e) => h`<li>${M(`${e.id ?? ""}: ${e.cause}; ${e.action}`)}</li>`)}</ul>` : _} <div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table(X.rules)}> <table> <thead> <tr> <th scope="col">${X.ruleColumns.rule}</th> <th scope="col" class="wide">${X.ruleColumns.when}</th> <th scope="col">${X.ruleColumns.gives}</th> <th scope="col" class="number">${X.ruleColumns.fired}</th> <th scope="col" class="number">${X.ruleColumns.open}</th> </tr> </thead> <tbody> ${i.map((e) => this.#f(e))} </tbody> </table> </div> </section>`;
	}
	#f({ rule: e, own: t, in_force: n, fired: r, open: i }) {
		let a = () => {
			this.edited = e, this.#p();
		}, o = e.tier ? X.tiers[e.tier] : e.purpose === "in_person" ? X.purposes.in_person : X.givesPoints(e.points), s = [e.source ? M(oi(e.source)) : "", e.license ? X.license(A(e.license)) : ""].filter(Boolean).join(" ");
		return h`<tr class=${n ? "" : "off"}> <th scope="row"> <button type="button" class="link" aria-label=${X.edit(A(e.text))} @click=${a}>${oi(e.text)}</button> ${t ? h` <span class="note">${X.yours}</span>` : _} ${n ? _ : h` <b>${X.off}</b>`} <small>${s}</small> </th> <td class="wide">${e.when.map(jg).join("; ")}${e.within_days ? h`<small>${X.within(e.within_days)}</small>` : _}</td> <td>${o}</td> <td class="number">${C(r)}</td> <td class="number">${C(i)}</td> </tr>`;
	}
	async #p() {
		await this.updateComplete, this.renderRoot.querySelector("#when")?.focus();
	}
	#m(e, t) {
		let n = t.some((t) => t.rule.id === e.id);
		return h`<form class="editor stack tight" aria-label=${X.editing}> <h3>${X.editing}</h3> <div class="fields"> <div class="field full"> <label for="when">${X.whenField}</label> <textarea id="when" name="when" rows="3" spellcheck="false" aria-describedby="when-help" .value=${e.when.join("\n")}></textarea> <span class="note" id="when-help">${X.whenHelp}</span> </div> <div class="field full"> <label for="text">${X.text}</label> <input id="text" name="text" type="text" required maxlength="200" autocomplete="off" .value=${e.text} /> </div> ${e.purpose === "tier" ? h`<div class="field"> <label for="tier">${X.tier}</label> <select id="tier" name="tier"> ${ka.map((t) => h`<option value=${t} ?selected=${t === e.tier}>${X.tiers[t]}</option>`)} </select> </div>` : e.purpose === "in_person" ? _ : h`<div class="field"> <label for="points">${X.pointsField}</label> <input id="points" name="points" type="number" required min="-100" max="100" step="1" .value=${String(e.points)} /> </div>`} <div class="field"> <label for="within">${X.withinField}</label> <input id="within" name="within" type="number" min="1" max="3650" step="1" .value=${e.within_days ? String(e.within_days) : ""} /> </div> </div> <div class="row"> <button type="button" class="primary" @click=${this.#h}>${X.save}</button> ${n ? h`<button type="button" @click=${() => {
			this.#n([{
				kind: "set_triage_rule",
				rule: {
					...e,
					off: !e.off
				}
			}], X.saved(`“${e.text}”`)), this.edited = void 0;
		}}>${e.off ? X.switchOn : X.switchOff}</button>` : _} <button type="button" @click=${() => this.edited = void 0}>${X.cancel}</button> </div> </form>`;
	}
	#h = df((e) => {
		let t = this.edited;
		if (!t) return;
		let n = new FormData(e), r = (e) => String(n.get(e) ?? ""), i = Na(t, {
			when: r("when"),
			text: r("text"),
			tier: r("tier") || "routine",
			points: Number(r("points")),
			withinDays: r("within") ? Number(r("within")) : void 0
		});
		this.edited = void 0, this.#n([{
			kind: "set_triage_rule",
			rule: i
		}], X.saved(`“${i.text}”`));
	});
	#g(e, t) {
		let n = Ma(t);
		return h`<section class="card stack tight" aria-labelledby="acuity"> <h2 id="acuity">${X.acuity}</h2> <p class="note">${n.length > 0 ? X.acuityNote(t.points_per_level) : X.acuityNone}</p> ${this.#t("acuity", n, (t) => this.#_(e, t))} </section>`;
	}
	#_(e, t) {
		let n = e.index.patients.get(t.patient), r = n?.preferred_clinicians?.[0], i = Zr(n?.phase ?? ""), a = this.state.board.names ? j(e.index, "patient", t.patient) : X.patientOf(r ? j(e.index, "clinician", r) : "");
		return h`<li> <span class="head"><b>${a}${i ? `, ${i}` : ""}</b> ${X.level(t.level, t.level_low, t.level_high, t.used)} ${this.#r(t, a, X.useLevel)}</span> <span class="note">${t.parts.map((e) => `${A(e.text)} ${X.givesPoints(e.points)}`).join(" · ")}</span> </li>`;
	}
	#v(e) {
		return h`<section class="card stack tight" aria-labelledby="limits"> <h2 id="limits">${X.limits}</h2> <ul class="facts"> ${e.limits.map((e) => h`<li lang=${Hr(e)}>${M(e)}</li>`)} </ul> ${e.missing.length > 0 ? h`<h3>${X.facts}</h3> <p class="note">${X.factsNote(C(e.orders.length + e.referrals.length))}</p> <p class="note">${e.missing.slice(0, 12).map(({ fact: e, count: t }) => X.factCount(Ag(e), t)).join(" · ")}</p>` : _} </section>`;
	}
};
function Ag(e) {
	let t = e.replace(/\.change$/, ""), n = k(X.factNames, t) ?? t.replaceAll("_", " ");
	return t === e ? n : X.changeOf(n);
}
function jg(e) {
	return e.replaceAll(">=", "≥").replaceAll("<=", "≤").replaceAll("|", "or").replace(/[a-z]\w*/g, Ag);
}
function Mg(e) {
	return `${Ht(e)}, ${x(e, "plain")}`;
}
function Ng(e) {
	return e < 120 ? S(e) : e < 3 * Eg ? S(Math.round(e / 60) * 60) : O.triage.days(Math.round(e / Eg));
}
function Pg(e) {
	let { low: t, high: n } = e, r = e.words ?? [], i = r.length > 0 ? r.map(Zr).join(", ") : t === void 0 ? "" : t === n || n === void 0 ? w(t) : O.scenarios.to(w(t), w(n));
	return X.fact(Ag(e.fact), i, e.date ? x(e.date, "plain") : "");
}
y("rw-view-triage", kg);
// elements/rw-view-governance/rw-view-governance.ts
var Z = O.governance, Fg = Object.keys(Z.groupings), Ig = class extends v {
	static {
		this.properties = { state: { attribute: !1 } };
	}
	static {
		this.sheet = [_f, c` section { display: grid; gap: 0.75rem; min-width: 0; } .head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1rem; color: var(--rw-muted); font-size: 0.875rem; } tbody th { font-weight: 400; } td small { display: block; color: var(--rw-muted); font-size: 0.8125rem; } .scroll { padding: 0.5rem 1rem; } code { font-size: 0.8125rem; } h3 { font-size: 1rem; } @media print { section { break-inside: avoid-page; } } `];
	}
	render() {
		let { governance: e, open: t } = this.state, { pack: n } = e;
		return h`<div class="stack"> <h1 tabindex="-1">${Z.title}</h1> <div class="row spread no-print"> <p class="muted">${Z.intro}</p> ${n ? h`<button type="button" class="primary" @click=${() => N(this, "rw-print", {})}>${Z.print}</button>` : _} </div> ${t && n ? this.#e(n) : h`<p class="muted" role="status">${t ? Z.working : O.data.nothing}</p>`} </div>`;
	}
	#e(e) {
		return h` <div class="head"> <span>${e.name || O.unnamed}${e.synthetic ? h` <b>${O.report.synthetic}</b>` : _}</span> <span>${Z.quarter(x(e.from), x(e.until))}</span> </div> ${this.#t(e)} ${this.#a(e)} ${this.#o(e)} ${this.#s(e)} <section> <h2>${Z.limits}</h2> <ul class="facts"> ${[...e.limits, ...e.fairness.limits].map((e) => h`<li lang=${Hr(e)}>${A(e)}</li>`)} </ul> </section> `;
	}
	#t({ fairness: e }) {
		let { by: t, within: n } = this.state.governance, r = (e, t, n, r, i) => h` <div class="field"> <label for=${e}>${n}</label> <select id=${e} @change=${(e) => i(t[e.target.selectedIndex])}> ${t.map((e) => h`<option ?selected=${e === r}>${e ? Z.groupings[e] : Z.everyone}</option>`)} </select> </div> `;
		return h`<section> <h2 id="fairness">${Z.fairness}</h2> <div class="row asked no-print"> ${r("by", Fg, Z.by, t, (e) => e && N(this, "rw-governance", {
			kind: "group",
			by: e
		}))} ${r("within", [void 0, ...Fg.filter((e) => e !== t)], Z.within, n, (e) => N(this, "rw-governance", {
			kind: "within",
			within: e
		}))} </div> <p class="finding">${e.found > 0 ? Z.someFound(e.found, e.comparisons) : Z.noneFound(e.comparisons)}</p> <ul class="facts" ?hidden=${e.found === 0}> ${e.measures.flatMap((e) => Ia(e.groups).map((t) => h`<li>${this.#n(e, t)}</li>`))} </ul> ${e.measures.filter((e) => e.groups.length > 0).map((e) => this.#r(e))} </section>`;
	}
	#n(e, t) {
		if (!t.difference) return _;
		let n = Jt(t.difference.value, (t) => Lg(t, e.unit));
		return h`${Z.foundIn(t.group || Z.notStated, A(e.name), n)}${t.difference.unfavorable ? h` <b class="bad">${Z.disadvantage}</b>` : _}`;
	}
	#r(e) {
		return h` <h3>${A(e.name)}</h3> <p class="note" lang=${Hr(e.definition)}>${A(e.definition)}</p> <div class="scroll card" tabindex="0" role="region" aria-label=${A(e.name)}> <table> <thead> <tr> <th scope="col">${Z.group}</th> <th scope="col" class="number">${Z.people}</th> <th scope="col" class="number">${Z.mean}</th> <th scope="col" class="number">${Z.difference}</th> <th scope="col">${Z.finding}</th> </tr> </thead> <tbody> ${e.groups.map((t) => this.#i(t, e.unit))} </tbody> </table> </div> `;
	}
	#i(e, t) {
		let { difference: n } = e;
		return h`<tr> <th scope="row">${e.group || Z.notStated}</th> ${e.hidden ? h`<td colspan="4" class="muted">${A(e.text)}</td>` : h`<td class="number">${C(e.people ?? 0)}</td> <td class="number">${e.text}</td> <td class="number"> ${n ? h`${Jt(n.value, (e) => Lg(e, t))}<small>${Z.interval(Lg(n.interval.low, t), Lg(n.interval.high, t))}</small>` : _} </td> <td>${Rg(n, t)}</td>`} </tr>`;
	}
	#a(e) {
		let t = La(e);
		return h`<section> <h2 id="indicators">${Z.indicators}</h2> <p class="note">${Z.indicatorsNote(t.length)}</p> <div class="scroll card" tabindex="0" role="region" aria-label=${Z.indicators}> <table> <thead> <tr> <th scope="col">${O.kpis.indicator}</th> <th scope="col" class="number">${Z.before}</th> <th scope="col" class="number">${Z.now}</th> <th scope="col" class="number">${Z.change}</th> </tr> </thead> <tbody> ${t.map((e) => h`<tr> <th scope="row">${A(e.name)}</th> <td class="number">${e.before}</td> <td class="number">${e.after}</td> <td class="number ${e.better === void 0 ? "" : e.better ? "good" : "bad"}"> ${e.change_text}${e.better === void 0 ? _ : h`<small>${e.better ? Z.better : Z.worse}</small>`} </td> </tr>`)} </tbody> </table> </div> </section>`;
	}
	#o(e) {
		let t = e.actions.map((e) => `${Zr(e.action)} ${C(e.count)}`);
		return h`<section> <h2 id="decisions">${Z.decisions}</h2> <p>${t.length > 0 ? Z.actions(t.join(", ")) : Z.noLog}</p> <h3>${Z.overrides}</h3> ${e.overrides.length === 0 ? h`<p class="muted">${Z.noOverrides}</p>` : h`<div class="scroll card" tabindex="0" role="region" aria-label=${Z.overrides}> <table> <thead> <tr> <th scope="col" class="number">${Z.number}</th> <th scope="col">${Z.time}</th> <th scope="col">${Z.user}</th> <th scope="col">${Z.object}</th> <th scope="col">${Z.reason}</th> </tr> </thead> <tbody> ${e.overrides.map((e) => h`<tr> <td class="number">${e.sequence}</td> <td>${e.time}</td> <td>${e.user}</td> <td><code>${e.object}</code></td> <td>${e.reason}</td> </tr>`)} </tbody> </table> </div>`} </section>`;
	}
	#s(e) {
		return h`<section> <h2 id="rules">${Z.rules}</h2> <h3>${Z.ownRules}</h3> ${e.own_rules.length === 0 ? h`<p class="muted">${Z.noOwnRules}</p>` : h`<ul class="facts"> ${e.own_rules.map((e) => h`<li><code>${e.rule}</code>: ${w(e.value, 3)} (${Z.packValue}: ${e.pack_value === void 0 || e.pack_value === null ? "–" : w(e.pack_value, 3)}). ${e.reason}</li>`)} </ul>`} <h3>${Z.datedRules}</h3> ${e.dated_rules.length === 0 ? h`<p class="muted">${Z.noDatedRules}</p>` : h`<ul class="facts"> ${e.dated_rules.map((e) => h`<li><code>${e.rule}</code>: ${w(e.value, 3)} ${e.unit} (${e.pack}; ${e.from ? `${Z.from} ${x(e.from)}` : ""} ${e.until ? `${Z.until} ${x(e.until)}` : ""})</li>`)} </ul>`} ${e.pack_changes.length === 0 ? _ : h`<h3>${Z.packChanges}</h3> <ul class="facts"> ${e.pack_changes.map((e) => h`<li>${Z.packChange(e.before, e.after, e.time)}</li>`)} </ul>`} </section>`;
	}
};
function Lg(e, t) {
	return t === "share" ? Z.points(T(e * 100)) : t === "days" ? Z.days(T(e)) : T(e, 2);
}
function Rg(e, t) {
	return e ? e.found ? e.unfavorable ? h`<b class="bad">${Z.disadvantage}</b>` : h`<b>${Z.differs}</b>` : h`${Z.notFound}<small>${Z.detectable(Lg(e.detectable, t))}</small>` : Z.tooFew;
}
y("rw-view-governance", Ig);
// elements/rw-relief/rw-relief.ts
var Q = O.relief, zg = 100, Bg = class extends v {
	static {
		this.properties = { state: { attribute: !1 } };
	}
	static {
		this.sheet = [
			fp,
			_f,
			c` tbody th { font-weight: 400; } .strain { min-inline-size: 8.5rem; } h4 { margin: 0; font-size: 0.9375rem; } small { display: block; color: var(--rw-muted); font-size: 0.8125rem; } `
		];
	}
	render() {
		let { open: e, relief: t } = this.state, { asked: n, running: r, result: i } = t;
		if (!e || !n) return _;
		let a = i && rr(i, n, this.state.history.value.plan, e.index);
		return h`<div class="stack tight"> ${this.#e(e, n)} ${r ? this.#t(r) : _} ${i && !r ? h`${a ? _ : h`<p class="warn" role="note">${Q.stale}</p>`} ${this.#n(e, i, a === !0)}` : _} </div>`;
	}
	#e(e, t) {
		let { state: n } = this, r = e.index.clinicians.get(t.clinician)?.contract_week_min ?? 0, i = qa(n), a = (e) => N(this, "rw-relief", {
			kind: "ask",
			question: e
		});
		return h`<p class="note">${Q.intro}</p> <div class="row asked no-print"> <div class="field"> <label for="percent">${Q.leave}</label> <select id="percent" @change=${(e) => a({
			...t,
			percent: Number(e.target.value)
		})}> ${Zn.map((e) => h`<option value=${e} ?selected=${e === t.percent}>${Q.percents(e, S(tr(r, e)))}</option>`)} </select> </div> <div class="field"> <span class="label">${Q.weeks}</span> ${F({
			label: Q.weeks,
			values: Qn,
			current: t.weeks,
			name: Q.weeksOf,
			choose: (e) => a({
				...t,
				weeks: e
			})
		})} </div> <label class="check"> <input type="checkbox" .checked=${t.others} @change=${(e) => a({
			...t,
			others: e.target.checked
		})} /> ${Q.others} </label> <button type="button" aria-disabled=${i} @click=${() => !i && N(this, "rw-relief", {
			kind: "run",
			question: t
		})}> ${n.relief.result ? Q.again : Q.run} </button> </div> ${i && !n.relief.running ? h`<p class="muted">${Q.taken}</p>` : _}`;
	}
	#t({ step: e, steps: t }) {
		let n = t > 0 ? e / t * 100 : 0;
		return h`<div class="row"> ${pp({
			label: Q.running,
			done: Math.round(n),
			of: 100,
			percent: n
		})} <span>${Q.progress(`${Math.floor(n)} %`)}</span> <button type="button" class="small" @click=${() => N(this, "rw-relief", { kind: "stop" })}>${Q.stop}</button> </div>`;
	}
	#n(e, { question: t, reply: n, stopped: r }, i) {
		let a = e.index.clinic.settings.currency, { cap: o } = n;
		return h`${r ? h`<p class="warn">${Q.stopped}</p>` : _} <p class="finding">${Hg(e, n)}</p> <p> ${Ug(n)} ${n.dropped.length > 0 ? Q.dropped(n.dropped.length) : Q.noneDropped} ${Wg(n, a)} ${n.dropped.length > 0 ? h`<span class="note">${Q.costNote}</span>` : _} </p> ${t.others ? _ : h`<p class="note">${Q.own(n.faulty_before)}</p>`} ${i ? h`<div class="row no-print"> <button type="button" class="primary" @click=${() => N(this, "rw-relief", { kind: "accept" })}>${Q.accept}</button> <button type="button" @click=${() => N(this, "rw-relief", { kind: "discard" })}>${Q.discard}</button> </div>` : _} ${this.#r(e, n)} ${this.#a(e, n)} <p class="note"> ${Q.cap(S(o.week_min), x(o.from, "date"), x(o.until, "date"), n.days_planned)} </p> ${this.#o(n, a)}`;
	}
	#r(e, t) {
		return h` <div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table(Q.who)}> <table> <caption> ${Q.who} </caption> <thead> <tr> <th scope="col">${Q.columns.clinician}</th> <th scope="col" class="number">${Q.columns.hours}</th> <th scope="col" class="number">${Q.columns.change}</th> <th scope="col" class="number">${Q.columns.sessions}</th> <th scope="col">${Q.columns.strain}</th> </tr> </thead> <tbody> ${t.people.map((n) => this.#i(e, n, n.clinician === t.cap.clinician))} </tbody> </table> </div>`;
	}
	#i(e, t, n) {
		return h`<tr> <th scope="row">${j(e.index, "clinician", t.clinician)}${n ? h`<small>${Q.relieved}</small>` : _}</th> <td class="number">${Q.fromTo(S(t.before_min), S(t.after_min))}</td> <td class="number">${Jt(t.after_min - t.before_min, S)}</td> <td class="number">${Q.sessions(t.gained.length, t.lost.length)}</td> <td class="strain">${Q.fromTo(Vg(t.index_before, t.band_before), Vg(t.index_after, t.band_after))}</td> </tr>`;
	}
	#a(e, t) {
		if (t.dropped.length === 0) return _;
		let n = new Map(t.plan.sessions.map((e) => [e.session, e]));
		return h`<h4>${Q.lost}</h4> <ul class="facts"> ${t.dropped.map((t) => {
			let r = n.get(t.session);
			return h`<li> ${t.mandated ? h`<span class="bad">${Q.mandated}</span>` : _} <b>${r ? Qr(e.index, r) : t.session}</b>: ${M(ii(e.index, t.reason, {
				sessions: n,
				names: this.state.board.names,
				self: t.session
			}))} </li>`;
		})} </ul>`;
	}
	#o(e, t) {
		return e.costs.length === 0 ? _ : h`<details> <summary>${Q.costTable}</summary> <table> <thead> <tr> <th scope="col">${Q.costColumns.part}</th> <th scope="col" class="number">${Q.costColumns.cost}</th> </tr> </thead> <tbody> ${e.costs.map((e) => h`<tr> <th scope="row">${oi(O.terms[e.term])}</th> <td class="number">${Jt(e.cents, (e) => Gt(e, t))}</td> </tr>`)} </tbody> </table> </details>`;
	}
};
function Vg(e, t) {
	return e === void 0 ? O.workload.unknown : O.workload.cell(w(e, 0), t ? O.workload.bands[t] : O.workload.unknown);
}
function Hg(e, t) {
	let n = j(e.index, "clinician", t.cap.clinician), r = t.people.find((e) => e.clinician === t.cap.clinician);
	return !r || r.after_min === r.before_min ? Q.unchanged(n, S(r?.after_min ?? 0)) : Q.finding(n, S(r.after_min), S(r.before_min));
}
function Ug(e) {
	let { sessions: t, people: n } = nr(e);
	return `${n > 0 ? Q.takers(t, n) : Q.noTakers} ${Q.moved(e.changes.length)}`;
}
function Wg(e, t) {
	let { extra_cents: n } = e;
	return Math.abs(n) < zg ? Q.noCosts : (n > 0 ? Q.costs : Q.saves)(Gt(Math.abs(n), t));
}
y("rw-relief", Bg);
// elements/rw-view-workload/rw-view-workload.ts
var { workload: $, relief: Gg } = O, Kg = ["recent", "ahead"], qg = .05, Jg = class extends v {
	static {
		this.properties = {
			state: { attribute: !1 },
			period: { state: !0 },
			person: { state: !0 }
		};
	}
	static {
		this.sheet = [_f, c` tbody th { font-weight: 400; min-inline-size: 6rem; } th.number { white-space: normal; vertical-align: bottom; } tbody tr[aria-current] { background: var(--rw-tint); } th small { display: block; font-size: 0.8125rem; } .person { border-inline-start: 4px solid var(--rw-accent); padding-inline-start: 0.75rem; } `];
	}
	render() {
		let { state: e } = this, { open: t, workload: n } = e;
		if (!t) return h`<div class="stack"><h1 tabindex="-1">${$.title}</h1><p class="muted">${e.busy ?? O.data.nothing}</p></div>`;
		let { report: r, running: i, plan: a } = n;
		return h`<div class="stack"> <h1 tabindex="-1">${$.title}</h1> <p class="muted">${$.intro}</p> ${r && a === e.history.value.plan ? this.#e(e, t, r) : i ? h`<p class="muted" aria-busy="true">${$.looking}</p>` : h`<div><button type="button" class="primary" @click=${() => N(this, "rw-workload", { kind: "load" })}>${$.retry}</button></div>`} </div>`;
	}
	#e(e, t, n) {
		let { team: r } = n;
		if (r.recent.index === void 0 && r.ahead.index === void 0) return h`<div class="card stack tight"> <p>${$.empty}</p> <div><button type="button" @click=${() => N(this, "rw-navigate", { view: "data" })}>${$.addData}</button></div> </div>`;
		let [i, a] = [r.recent, r.ahead].map((e) => [Yg(e), Xg(e)]);
		return h`<p class="finding">${$.finding(i?.[0] ?? "", i?.[1] ?? "", a?.[0] ?? "", a?.[1] ?? "")}</p> <p class="note"> ${$.findingNote(w(n.raised_from), w(n.high_from))} ${$.period(x(n.recent_from, "date"), x(n.recent_to, "date"))} </p> ${this.#t(n)} ${this.#r(n)} <section class="card stack tight" aria-labelledby="weeks"> <h2 id="weeks">${$.weeks}</h2> ${this.#i(r.weeks, r.trend, n)} </section> ${this.#a(n)} ${this.#o(e, t, n)} ${this.#d(n)} <section class="card stack tight" aria-labelledby="limits"> <h2 id="limits">${$.limits}</h2> <ul class="facts"> ${n.limits.map((e) => h`<li lang=${Hr(e)}>${M(e)}</li>`)} </ul> </section>`;
	}
	#t({ team: e }) {
		let t = this.period ?? "recent";
		return h`<section class="card stack tight" aria-labelledby="parts"> <div class="row spread"> <h2 id="parts">${$.parts($.periods[t])}</h2> ${F({
			label: O.kpis.period,
			values: Kg,
			current: t,
			name: (e) => $.periods[e],
			choose: (e) => this.period = e,
			small: !0
		})} </div> ${this.#n(e[t], $.parts($.periods[t]))} </section>`;
	}
	#n(e, t) {
		let { made: n, missing: r } = za(e), [i] = n, a = n.map((e) => ({
			name: oi(e.name),
			value: e.points,
			text: $.partText(T(e.points), Qg(e, e.amount ?? 0))
		}));
		return h`${i ? h`<rw-interval bars .values=${a} .label=${t} .caption=${$.partsCaption(A(i.name), $.pointsOf(T(i.points)), Yg(e))} .format=${(e) => w(e)} ></rw-interval>` : h`<p>${$.partsNone}</p>`} ${r.length > 0 ? h`<p class="note">${$.missing(r.map((e) => A(e.name)).join(", "))}</p>` : _} <details> <summary>${$.sources}</summary> <ul class="facts"> ${e.parts.map((e) => h`<li>${$.sourceLine(oi(e.name), Qg(e, e.none_at), Qg(e, e.full_at), w(e.weight), A(e.source))}</li>`)} </ul> </details>`;
	}
	#r({ team: e }) {
		return h`<section class="card stack tight" aria-labelledby="bands"> <h2 id="bands">${$.bandTable}</h2> <table> <thead> <tr> <th scope="col">${$.bandColumn}</th> ${Kg.map((e) => h`<th scope="col" class="number">${$.periods[e]}</th>`)} </tr> </thead> <tbody> ${[
			"high",
			"raised",
			"usual"
		].map((t) => h`<tr> <th scope="row">${$.bands[t]}</th> <td class="number">${C(e.recent_bands[t])}</td> <td class="number">${C(e.ahead_bands[t])}</td> </tr>`)} </tbody> </table> </section>`;
	}
	#i(e, t, n) {
		let r = e.flatMap(({ week: e, index: t, band: n }) => t === void 0 ? [] : [{
			name: $.weekOf(x(e, "plain")),
			value: t,
			text: $.cell(w(t, 0), n ? $.bands[n] : $.unknown)
		}]), i = t ? (t.p_rising < qg ? $.rises : $.noRise)(Jt(t.points_per_week, (e) => T(e, 1)), t.weeks, E(t.p_rising)) : $.noTrend;
		return h`<rw-interval zero .values=${r} .label=${$.weeks} .caption=${i} .format=${(e) => w(e, 0)} .reference=${{
			value: n.raised_from,
			name: $.raisedFrom
		}} ></rw-interval>`;
	}
	#a({ disciplines: e }) {
		return e.length === 0 ? _ : h`<section class="card stack tight" aria-labelledby="disciplines"> <h2 id="disciplines">${$.disciplines}</h2> <p class="note">${$.disciplinesNote}</p> <div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table($.disciplines)}> <table> <thead> <tr> <th scope="col">${$.columns.discipline}</th> <th scope="col" class="number">${$.columns.people}</th> <th scope="col">${$.columns.recent}</th> <th scope="col">${$.columns.ahead}</th> </tr> </thead> <tbody> ${e.map((e) => h`<tr> <th scope="row">${oi(Xr(e.discipline))}</th> <td class="number">${e.clinicians}</td> <td>${Zg(e.recent)}</td> <td>${Zg(e.ahead)}</td> </tr>`)} </tbody> </table> </div> </section>`;
	}
	#o(e, t, n) {
		let r = e.workload.people, i = r ? Ba(n) : [], a = i.find((e) => e.clinician === this.person);
		return h`<section class="card stack tight" aria-labelledby="people"> <h2 id="people">${$.people}</h2> <label class="check"> <input type="checkbox" .checked=${r} @change=${(e) => N(this, "rw-workload", {
			kind: "people",
			on: e.target.checked
		})} /> ${$.peopleShow} </label> <p class="note">${$.peopleNote}</p> ${a ? this.#u(e, t, a, n) : _} ${r && i.length > 0 ? h`<div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table($.people)}> <table> <thead> <tr> <th scope="col">${$.columns.clinician}</th> <th scope="col">${$.columns.recent}</th> <th scope="col">${$.columns.ahead}</th> <th scope="col" class="number no-print">${$.columns.relief}</th> </tr> </thead> <tbody> ${i.map((n) => this.#s(e, t, n))} </tbody> </table> </div> <p class="note">${$.falseAlarms(w(n.false_alarms))}</p>` : _} </section>`;
	}
	#s(e, t, n) {
		let r = n.clinician === this.person, i = j(t.index, "clinician", n.clinician), a = qa(e) || e.engine !== "ready";
		return h`<tr aria-current=${r ? "true" : _}> <th scope="row"> <button type="button" class="link" data-person=${n.clinician} aria-pressed=${r} @click=${() => this.#c(r ? void 0 : n.clinician)}>${i}</button> ${n.warnings.map((e) => h`<small class="warn">${$.warnings[e]}</small>`)} </th> <td>${n.recent ? Zg(n.recent) : ""}</td> <td>${n.ahead ? Zg(n.ahead) : ""}</td> <td class="number no-print"> <button type="button" class="small" aria-label=${Gg.relieveWho(i)} aria-disabled=${a} @click=${() => !a && this.#l(n.clinician)}>${Gg.relieve}</button> </td> </tr>`;
	}
	#c(e) {
		let t = this.person;
		this.person = e, this.updateComplete.then(() => {
			((e) => this.renderRoot.querySelector(e))(e === void 0 ? `[data-person="${CSS.escape(t ?? "")}"]` : "#person")?.focus();
		});
	}
	#l(e) {
		this.#c(e), N(this, "rw-relief", {
			kind: "run",
			question: er(e)
		});
	}
	#u(e, t, n, r) {
		let i = j(t.index, "clinician", n.clinician), a = n[this.period ?? "recent"] ?? n.ahead ?? n.recent, o = e.relief.asked?.clinician === n.clinician;
		return h`<section class="person stack tight" aria-labelledby="person"> <div class="row spread"> <h3 id="person" tabindex="-1">${o ? Gg.title(i) : i}</h3> <button type="button" class="small no-print" @click=${() => this.#c(void 0)}>${$.close}</button> </div> ${o ? h`<rw-relief .state=${e}></rw-relief>` : h`<div class="no-print"><button type="button" aria-disabled=${qa(e)} @click=${() => !qa(e) && this.#l(n.clinician)}>${Gg.relieveWho(i)}</button></div> ${a ? this.#n(a, i) : _} ${this.#i(n.weeks, n.trend, r)}`} </section>`;
	}
	#d({ surveys: e }) {
		return h`<section class="card stack tight" aria-labelledby="surveys"> <h2 id="surveys">${$.surveys}</h2> ${e.length === 0 ? h`<p>${$.surveysNone}</p>` : h`<p class="note">${$.surveysNote}</p> <div class="scroll" tabindex="0" role="region" aria-label=${O.charts.table($.surveys)}> <table> <thead> <tr> <th scope="col">${$.surveyColumns.instrument}</th> <th scope="col">${$.surveyColumns.month}</th> <th scope="col" class="number">${$.surveyColumns.answers}</th> <th scope="col" class="number">${$.surveyColumns.mean}</th> <th scope="col" class="number">${$.surveyColumns.above}</th> </tr> </thead> <tbody> ${e.map((e) => h`<tr> <th scope="row">${k($.instruments, e.instrument) ?? e.instrument.replaceAll("_", " ")}</th> <td>${x(e.month, "month")}</td> <td class="number">${e.answers === void 0 ? $.hidden : C(e.answers)}</td> <td class="number">${e.mean === void 0 ? "" : T(e.mean, 1)}</td> <td class="number">${e.at_or_above === void 0 || e.cut_off === void 0 ? $.noCut : $.above(E(e.at_or_above, 0), w(e.cut_off))}</td> </tr>`)} </tbody> </table> </div>`} </section>`;
	}
};
function Yg(e) {
	return e.index === void 0 ? $.unknown : w(e.index, 0);
}
function Xg(e) {
	return e.band ? $.bands[e.band] : $.unknown;
}
function Zg(e) {
	return $.cell(Yg(e), Xg(e));
}
function Qg(e, t) {
	if (e.unit === "share" || e.unit === "share_year") return E(t, 0);
	let n = e.unit === "hours" ? " h" : e.unit === "days" ? " d" : e.unit === "minutes" ? " min" : "";
	return `${w(t)}${n}`;
}
y("rw-view-workload", Jg);
// elements/rw-planner/page.ts
var $g = 68, e_ = class extends v {
	static {
		this.properties = {
			state: { attribute: !1 },
			wide: { state: !0 }
		};
	}
	static {
		this.sheet = uf;
	}
	#e;
	#t;
	connectedCallback() {
		super.connectedCallback(), this.#e = new ResizeObserver(([e]) => {
			let n = parseFloat(getComputedStyle(t.documentElement).fontSize) || 16;
			this.wide = (e?.contentRect.width ?? 0) >= $g * n;
		}), this.#e.observe(this);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), this.#e?.disconnect();
	}
	willUpdate(e) {
		let n = t.activeElement;
		for (; n?.shadowRoot?.activeElement;) n = n.shadowRoot.activeElement;
		n && n !== t.body && (this.#t = n);
	}
	updated(e) {
		super.updated(e);
		let t = e.get("state");
		t && t.view !== this.state.view ? this.#r() : this.#t && requestAnimationFrame(() => this.#n());
	}
	#n() {
		let e = this.#t;
		t.activeElement !== t.body || !e || e.isConnected && e.checkVisibility() || (this.#t = void 0, this.renderRoot.querySelector("main > *")?.shadowRoot?.querySelector("h1")?.focus({ preventScroll: !0 }));
	}
	async #r() {
		let e = this.renderRoot.querySelector("main > *");
		await e?.updateComplete, e?.shadowRoot?.querySelector("h1")?.focus({ preventScroll: !0 }), this.getBoundingClientRect().top < 0 && this.scrollIntoView({ block: "start" });
	}
	async focusPart(e) {
		await this.updateComplete, await this.renderRoot.querySelector("rw-view-schedule")?.focusPart(e);
	}
	render() {
		let { state: e } = this;
		if (!e) return _;
		let t = e.formats.language;
		return e.keep.cover ? h`<rw-cover lang=${t} .keep=${e.keep}></rw-cover>` : h`<div class="page ${this.wide ? "wide" : ""}" lang=${t}> <button type="button" class="skip" @click=${this.#i}>${O.skip}</button> ${this.#a(e)} <rw-nav .view=${e.view} .badges=${this.#o(e)} ?column=${this.wide}></rw-nav> <main id="main" tabindex="-1" aria-busy=${e.busy ? "true" : "false"}>${this.#s(e)}</main> ${e.keep.soon ? this.#l() : this.#u(e)} ${e.keep.head ? h`<p class="printed">${O.keep.printed(e.keep.head, n_(e))}</p>` : _} <rw-vault .state=${e}></rw-vault> <rw-status .text=${e.said}></rw-status> </div>`;
	}
	#i() {
		this.renderRoot.querySelector("main")?.focus();
	}
	#a(e) {
		let t = e.open, [n, r] = [kt(e.history), At(e.history)], i = Ga(e);
		return h`<header> <div class="brand"> <slot name="header"><b>${O.app}</b></slot> ${t ? h`<span class="clinic">${t.summary.name || O.unnamed}</span> <span class="week">${O.week(x(t.summary.horizon_start, "plain"))}</span>` : _} ${t?.summary.synthetic ? h`<span class="synthetic">${O.synthetic}</span>` : _} </div> <div class="deeds"> <rw-privacy-chip .requests=${e.privacy.self?.mode === "element" ? void 0 : e.requests}></rw-privacy-chip> <rw-send .portal=${e.portal} .sessions=${e.history.value.plan?.sessions.length ?? 0}></rw-send> <button type="button" aria-disabled=${n === void 0} title=${n === void 0 ? O.nothingToUndo : O.undoWhat(n)} @click=${() => N(this.renderRoot, "rw-undo", {})} > ${lf("undo")}<span class="label">${O.undo}</span> </button> <button type="button" aria-disabled=${r === void 0} title=${r === void 0 ? O.nothingToRedo : O.redoWhat(r)} @click=${() => N(this.renderRoot, "rw-redo", {})} > ${lf("redo")}<span class="label">${O.redo}</span> </button> <button type="button" ?disabled=${!t} title=${i > 0 ? O.unsaved(i) : _} @click=${() => N(this.renderRoot, "rw-save", {})}> ${lf("save")}<span class="label name">${O.saveFile}</span>${i > 0 ? h`<span class="dot" role="img" aria-label=${O.unsaved(i)}></span>` : _} </button> <button type="button" title=${O.print} @click=${() => N(this.renderRoot, "rw-print", {})}>${lf("print")}<span class="label">${O.print}</span></button> </div> </header>`;
	}
	#o(e) {
		let t = /* @__PURE__ */ new Map(), n = e.solve?.best ? 0 : (e.shown ?? e.base)?.violations.length ?? 0;
		return n > 0 && t.set("schedule", String(n)), t;
	}
	#s(e) {
		if (t_(e)) return this.#c(e);
		switch (e.view) {
			case "start": return h`<rw-view-start .state=${e}></rw-view-start>`;
			case "data": return h`<rw-view-data .state=${e}></rw-view-data>`;
			case "triage": return h`<rw-view-triage .state=${e}></rw-view-triage>`;
			case "schedule": return h`<rw-view-schedule .state=${e}></rw-view-schedule>`;
			case "kpis": return h`<rw-view-kpis .state=${e}></rw-view-kpis>`;
			case "attendance": return h`<rw-view-attendance .state=${e}></rw-view-attendance>`;
			case "workload": return h`<rw-view-workload .state=${e}></rw-view-workload>`;
			case "governance": return h`<rw-view-governance .state=${e}></rw-view-governance>`;
			case "pilot": return h`<rw-view-pilot .state=${e}></rw-view-pilot>`;
			case "forecast": return h`<rw-view-forecast .state=${e}></rw-view-forecast>`;
			case "scenarios": return h`<rw-view-scenarios .state=${e}></rw-view-scenarios>`;
			case "simulator": return h`<rw-view-simulator .state=${e}></rw-view-simulator>`;
			case "privacy": return h`<rw-view-privacy .state=${e}></rw-view-privacy>`;
		}
	}
	#c(e) {
		return h`<slot name="empty" ><div class="stack"> <h1 tabindex="-1">${O.views[e.view]}</h1> <p>${O.empty.text}</p> <div class="row"><button type="button" class="primary" @click=${() => N(this.renderRoot, "rw-navigate", { view: "start" })}>${O.empty.start}</button></div> </div></slot >`;
	}
	#l() {
		return h`<section class="notice" data-tone="warn" aria-label=${O.message}> <p role="alert">${O.keep.soon}</p> <button type="button" class="small" @click=${() => N(this.renderRoot, "rw-keep-news", { kind: "stay" })}>${O.keep.stay}</button> </section>`;
	}
	#u(e) {
		let t = e.engine === "blocked" ? {
			tone: "bad",
			text: O.engine.blocked(e.blocked ?? O.engine.blockedWorker),
			undo: !1,
			retry: !0
		} : e.notice;
		return t ? h`<section class="notice" data-tone=${t.tone} aria-label=${O.message}> <p>${t.text}</p> ${t.undo ? h`<button type="button" class="small" @click=${() => N(this.renderRoot, "rw-undo", {})}>${O.undo}</button>` : _} ${t.retry ? h`<button type="button" class="small" @click=${() => N(this.renderRoot, "rw-retry", {})}>${O.retry}</button>` : _} <button type="button" class="small quiet" aria-label=${O.close} @click=${() => N(this.renderRoot, "rw-dismiss", {})}>${lf("close")}</button> </section>` : _;
	}
};
function t_({ open: e, busy: t, engine: n, view: r }) {
	return e === void 0 && t === void 0 && (n === "ready" || n === "ended") && ![
		"start",
		"data",
		"privacy"
	].includes(r);
}
function n_({ privacy: e }) {
	return `${e.self?.version ?? ""} ${(e.self?.build ?? "").slice(0, 16)}`.trim();
}
// elements/rw-planner/rw-planner.ts
var r_ = 5e3, i_ = class extends e_ {
	static {
		this.properties = {
			...e_.properties,
			view: { reflect: !0 },
			locale: {},
			currency: {},
			theme: { reflect: !0 },
			readonly: { type: Boolean },
			assetBase: { attribute: "asset-base" },
			plan: {
				attribute: !1,
				noAccessor: !0
			},
			config: { attribute: !1 }
		};
	}
	static {
		this.sheet = [fu, uf];
	}
	#e = new Wa();
	#t;
	#n = new Promise((e, t) => this.#t = {
		resolve: e,
		reject: t
	});
	#r;
	#i;
	#a;
	#o;
	#s;
	#c = 0;
	#l = !1;
	#u = !1;
	constructor() {
		super(), this.#n.catch(() => {}), this.state = this.#e.state, this.#e.listen((e) => this.#y(e)), this.#e.witness(({ kind: e, after: t }) => {
			let { history: n } = this.#e.state, r = e === "undo" ? At(n) : kt(n);
			this.#c === 0 && this.#x("rw-plan-change", {
				kind: e,
				label: r,
				plan: t.plan
			});
		}), qd(this.#e, (e, t) => this.#x(e, t));
	}
	mayBeSent(e, t) {
		this.#o = t, this.#e.set({ portal: {
			origin: e,
			asking: !1
		} });
	}
	get ready() {
		return this.#n;
	}
	get plan() {
		return this.#r ?? nf(this.#e);
	}
	set plan(e) {
		e && (this.#r = e, this.#i ? this.#h(async (t) => {
			this.#r === e && (this.#r = void 0, await Qd(t, e, this.currency));
		}).catch((e) => this.#b(e)) : this.hasUpdated && this.isConnected && this.#d());
	}
	get unsaved() {
		let { state: e } = this.#e, t = this.#i?.context.keeping.sealed ?? this.#a, n = t?.source === "lock" && e.keep.device !== "on" ? t.unsaved : 0;
		return Ga(e) + n;
	}
	load(e) {
		return this.#h((t) => (this.#r = void 0, Qd(t, e, this.currency)));
	}
	solve(e = {}) {
		return this.#m((t) => tf(t, e));
	}
	async stop() {
		this.#i && Dl(this.#i.context);
	}
	save(e = {}) {
		return this.#h((t) => rf(t, e.passphrase));
	}
	restore(e, t = {}) {
		return this.#h((n) => af(n, e, t.passphrase));
	}
	exportAs(e) {
		return this.#m((t) => of(t, e));
	}
	async dispose() {
		this.#p(), this.#r = void 0, this.#a = void 0;
		let { view: e, theme: t, formats: n, readonly: r } = this.#e.state;
		this.#e.set({
			...Ha,
			view: e,
			theme: t,
			formats: n,
			readonly: r,
			engine: "ended"
		});
	}
	connectedCallback() {
		super.connectedCallback(), clearTimeout(this.#s), this.hasUpdated && !this.#i && this.#d();
	}
	disconnectedCallback() {
		super.disconnectedCallback(), this.#s = setTimeout(() => this.#p(), r_);
	}
	willUpdate(e) {
		super.willUpdate(e), this.#u = !0, e.has("theme") && this.#e.set({ theme: this.theme === "light" || this.theme === "dark" ? this.theme : "system" }), e.has("readonly") && this.#e.set({ readonly: this.readonly }), e.has("view") && this.view !== this.#e.state.view && this.#v(), this.#u = !1, this.#y(this.#e.state);
	}
	firstUpdated() {
		this.isConnected && !this.#i && this.#d();
	}
	updated(e) {
		super.updated(e);
		let t = this.#i;
		t && this.#l && (e.has("locale") && el(t.context, { language: this.#g() }), e.has("currency") && this.#h((e) => this.#_(e)).catch((e) => this.#b(e)));
	}
	#d() {
		let e = new AbortController(), t = Hd(this, this.#e, this.home(), {
			leaving: ({ name: e, blob: t }) => this.#x("rw-export", {
				name: e,
				blob: t
			}),
			send: (e) => this.#o?.(e),
			failed: (e, t) => void this.#x("rw-error", {
				code: e,
				message: t
			})
		}, e.signal);
		t.keeping.sealed = this.#a, this.#a = void 0;
		let { language: n } = this.#e.state.formats;
		return el(t, { language: this.#l ? n : this.#g() }), this.#i = {
			context: t,
			end: e,
			begun: this.#f(t)
		}, this.#i;
	}
	async #f(e) {
		let t = this.#e;
		t.state.keep.cover !== "locked" && (this.#c += 1, await Xa(e, async () => {
			await bs(e);
			let n = this.#r;
			this.#r = void 0;
			let r = this.config?.sample, i = t.state.open?.index.clinic;
			i ? (await e.engine.call("open", { clinic: i }), Zo(e, "open")) : n ? await Qd(e, n, this.currency) : r && await $d(e, r === !0 ? vs : r, this.currency), t.state.open && t.state.view !== Ha.view && await Rd(e, t.state.view), await zs(e);
		}), --this.#c, e.gone.aborted || this.#l || (t.state.engine === "ready" ? (await this.updateComplete, this.#l = !0, this.#t?.resolve(), this.#x("rw-ready", {})) : this.#t?.reject(new Zd("engine", t.state.blocked ?? "the engine cannot start"))));
	}
	#p() {
		let e = this.#i;
		if (!e) return;
		this.#i = void 0;
		let { sealed: t } = e.context.keeping;
		t?.source === "lock" && (this.#a = t), e.end.abort();
		let { keep: n } = this.#e.state;
		this.#e.set({
			busy: void 0,
			solve: void 0,
			notice: void 0,
			keep: {
				...n,
				hasKey: !1,
				working: !1,
				dialog: void 0,
				soon: !1
			}
		});
	}
	async #m(e) {
		this.hasUpdated || await this.#n;
		let { context: t, begun: n } = this.#i ?? this.#d();
		try {
			return await n, await e(t);
		} catch (e) {
			throw t.gone.aborted ? new Zd("disposed", "the planner was ended meanwhile") : sf(e);
		}
	}
	#h(e) {
		return this.#m(async (t) => {
			this.#c += 1;
			try {
				return await e(t);
			} finally {
				--this.#c;
			}
		});
	}
	#g() {
		return Bn(this.locale ? [this.locale] : navigator.languages);
	}
	async #_(e) {
		let { currency: t } = this, n = this.#e.state.open?.index.clinic.settings.currency;
		t && n && n !== t && await tl(e, { currency: t });
	}
	#v() {
		let e = this.#i?.context;
		Yd.includes(this.view) && (e && this.#l ? Xa(e, () => Rd(e, this.view)) : this.#e.set({ view: this.view }));
	}
	#y(e) {
		if (this.state = e, this.#u) return;
		this.view !== e.view && (this.view = e.view);
		let t = e.theme === "system" ? void 0 : e.theme;
		this.theme !== t && (this.theme = t);
	}
	#b(e) {
		this.#x("rw-error", {
			code: e instanceof Zd ? e.code : "page",
			message: e.message
		});
	}
	#x(e, t) {
		let n = new CustomEvent(e, {
			detail: {
				version: 1,
				...t
			},
			bubbles: !0,
			composed: !0,
			cancelable: e === "rw-export"
		});
		return this.dispatchEvent(n);
	}
}, a_ = /* @__PURE__ */ new Set(), o_;
function s_(e, t) {
	a_.add(e);
	let n = globalThis.trustedTypes;
	return o_ ??= n?.createPolicy(t, { createScriptURL: (e) => {
		if (!a_.has(e)) throw TypeError("only the engine's own worker may be started");
		return e;
	} }), o_ ? o_.createScriptURL(e) : e;
}
// package/source.ts
var c_ = [
	"core",
	"records",
	"workbook"
];
function l_(e, t) {
	return e ? u_(() => d_(e)) : t === void 0 ? u_(h_(async () => (await import("./engine.js")).engine)) : f_(t);
}
function u_(e) {
	let t;
	return {
		spawn: async () => {
			let { worker: n } = await e();
			return t ??= s_(URL.createObjectURL(new Blob([n], { type: "text/javascript" })), "rosterwell"), new Worker(t, { name: "engine" });
		},
		module: async (t) => m_((await e())[t])
	};
}
function d_(e) {
	if (typeof e.worker != "string") throw new dt("bytes", "worker");
	for (let t of c_) if (!(e[t] instanceof Uint8Array)) throw new dt("bytes", t);
	return e;
}
function f_(e) {
	let n = (n) => {
		let r = new URL(n, new URL(e.endsWith("/") ? e : `${e}/`, t.baseURI));
		if (r.origin !== globalThis.origin) throw new dt("foreign", r.origin);
		return r;
	};
	return {
		spawn: () => new Worker(s_(n("worker.js").href, "rosterwell"), { name: "engine" }),
		module: async (e) => m_(await p_(n(`${e}_bg.wasm`)))
	};
}
async function p_(e) {
	let t;
	try {
		t = await fetch(e, {
			mode: "same-origin",
			redirect: "error"
		});
	} catch {
		throw new dt("missing", e.pathname);
	}
	if (!t.ok) throw new dt("missing", e.pathname);
	return new Uint8Array(await t.arrayBuffer());
}
function m_(e) {
	return {
		bytes: e,
		compressed: e[0] === 31 && e[1] === 139
	};
}
function h_(e) {
	let t;
	return () => t ??= e();
}
// package/planner.ts
var g_ = class extends i_ {
	home() {
		let e = t.querySelector("meta[http-equiv=\"Content-Security-Policy\"]")?.getAttribute("content") ?? "";
		return {
			engine: l_(this.config?.engine, this.assetBase),
			self: {
				version: it,
				build: "",
				policy: fn(e),
				mode: "element"
			},
			whole: !1
		};
	}
}, __ = it, v_ = g_;
function y_() {
	if (globalThis.document === void 0) return !1;
	let e = rt(g_);
	return e || console.info(`rosterwell ${__}: <rw-planner> is registered already; that copy stays`), e;
}
// package/define.ts
y_();
export { Jd as CONTRACT, Xd as EXPORT_KINDS, Yd as PLANNER_VIEWS, Zd as PlannerError, v_ as RwPlanner, y_ as definePlanner, __ as version };
