/**
 * Words of headings and what each says, English and abbreviations of the trade. A line: concepts, then the words for them.
 * Headings are read by putting concepts together, so that a heading nobody has seen is understood from its parts.
 */
export const englishWords: readonly (readonly [concepts: string, words: string])[] = [
  // What kind of thing a column holds.
  ["no", "no, nos, number, num, nbr, nr, code, id, ref, reference, numero"],
  ["name", "name, names, title"],
  [
    "desc",
    "desc, short text, long text, description, descr, descp, details, detail, particulars, particular",
  ],
  ["date", "date, dt, dates, on, day"],
  ["date softPlan", "deadline, dead line, ddl"],
  ["qty", "qty, quantity, quantities, qnty, qtty, q ty, pcs, pieces, units, count"],
  ["piece", "pc, piece, unit, each, ea, per pc, garment pc, pkt, set"],
  [
    "price",
    "price, rate, fob, fob price, unit price, u price, up, u p, target price, sale price, sales price, selling price",
  ],
  [
    "cm",
    "cm, cmt, cmp, cmpt, cm price, cmt price, cm cost, cmt cost, making charge, making charges, labour charge",
  ],
  ["amount", "amount, amt, value, val, turnover, total value, total amount, sales"],
  [
    "cost",
    "cost, costs, costing, cogs, profit, margin, expense, freight, charges, gst, tax, vat, duty, tariff, discount, commission, fee, fees, surcharge, handling, handling charges, retail, retail price, rrp, msrp, srp, earned",
  ],
  ["", "s note, alt, alternate, alternative, sell, sold, linked"],
  ["country", "country, coo, country of origin, origin, made in"],
  ["currency", "currency, curr, ccy"],
  ["money", "usd, eur, gbp, rmb, cny, hkd, inr, jpy, us$, $, €, £, ¥"],
  ["status", "status, state, stat, progress, situation"],
  ["stage", "stage, stages"],
  [
    "person",
    "person, contact, contact person, in charge, incharge, responsible, responsibility, responsible person, resp, respons, handle, handled, handled by, handleby, handle by, by, follow up, followup",
  ],
  [
    "remark",
    "remark, remarks, rmk, rmks, rmrk, cmts, cmnt, cmnts, comment, comments, note, notes, memo, observation, observations, instruction, instructions, feedback, info, information, action, actions, action taken, corrective action, cap",
  ],
  ["percent", "%, percent, pct, percentage, ratio %, completion rate"],
  ["days", "days, no of days, no of day, number of days, leadtime, lead time, duration, lt"],
  ["reason", "reason, reasons, why, cause, root cause"],
  [
    "result",
    "result, results, outcome, verdict, pass fail, passed failed, conclusion, pass, fail, failed, failure",
  ],
  ["uom", "uom, unit of measure, measure"],
  ["place", "location, place, where, address, city, region, warehouse, store, site"],
  [
    "type",
    "type, category, cat, sub category, no of colours, no of colors, number of colours, number of colors, no of styles, sku count, kind, class, group, sort, gender, channel, program, programme",
  ],
  [
    "mode",
    "mode, shipmode, ship mode, ship via, via, air sea, sea air, air, by air, by sea, incoterm, incoterms, terms, term, trade term, payment term, payment terms",
  ],
  ["season", "season, collection, drop, year season"],
  ["week", "week, wk, wks, weeks"],
  ["month", "month, months, mth"],
  ["year", "year, yr"],
  ["time", "time, hour, hours, hrs, hr, shift"],
  ["picture", "picture, photo, image, sketch, thumbnail"],
  ["link", "link, links, url, file, attachment"],
  [
    "sign",
    "signature, sign, signed, stamp, approved by, checked by, authorized by, prepared by, confirm by, confirmed by",
  ],
  ["sno", "s no, sno"],
  [
    "serial",
    "sl, sl no, sr, sr no, srno, serial, serial no, s n, sn, item no, row, row no, index, seq, seq no, sequence, item #",
  ],
  [
    "audit",
    "created, updated, created at, updated at, created by, updated by, last updated, modified, modified by, entry, entered, last update, latest update, update, updates",
  ],
  // How it is meant.
  [
    "plan",
    "plan, planned, pln, plnd, planning, target, tgt, estimated, est, esti, estimate, scheduled, sched, sch, schedule date, forecast, fcst, expected, exp, projected, proposed, tentative, wanted, appx, approx, approximate, standard date, std date, should",
  ],
  ["actual", "actual, act, actl, actually, real, achieved"],
  ["done", "done, completed, complete, comp, finished, fin, closed on, passed on, ok date"],
  [
    "start",
    "start, strt, started, begin, beginning, input, in put, commence, first output, kick off, loading, load, feeding, inline date",
  ],
  ["in", "in, into"],
  ["end", "end, ended, finish, completion, output, out put, off line, offline, closing"],
  ["out", "out, off"],
  [
    "approve",
    "approval, approved, approve, appr, apprd, appd, appl, apprvl, appvd, apv, apvd, aprvl, app, apprv, appvl, confirm, conf, confirmed, confirmation, confirmtion, cfm, cfmd, sign off, signed off, release, released, ok, okay, accept, accepted, acceptance, clearance",
  ],
  [
    "submit",
    "submit, submitted, submission, subm, sub, send, sent, sending, dispatched to buyer, couriered, courier, made, making, make",
  ],
  ["request", "request, requested, demand, require, required, req, reqd, rqd, need, needed, needs"],
  [
    "receive",
    "receive, received, recd, rcvd, recv, recvd, rec, recieved, receipt, receipts, receiving, rcv, arrive, arrival, arrived, arr, in house, inhouse, ih, i h, in hse, inhse, in housed, inhoused, at factory, to factory, into factory, into fty, come in, warehouse in, in warehouse, grn",
  ],
  [
    "revise",
    "revised, revise, rev, new, updated date, latest, extended, extension, postponed, changed, adjusted, amended, rvsd, re confirmed",
  ],
  ["original", "original, orig, initial date, first date, old, previous, prev, former"],
  ["last", "last"],
  ["total", "total, ttl, tot, totals, grand total, sum, overall, gross, net, all"],
  [
    "balance",
    "balance, bal, blnc, pending, outstanding, remaining, remain, left, open, wip, to go, due qty, short, shortage, shortfall, short excess, variance, diff, difference, over, over short, excess, extra, minus, plus minus",
  ],
  ["cumulative", "cumulative, cum, accumulated, to date, till date, up to date, as on date, so far"],
  ["daily", "daily, today, per day, yesterday, day output, day wise"],
  ["receive softPlan", "eta, due into, due in"],
  ["ready", "ready, readiness"],
  ["exmill", "ex mill, exmill, mill ready, mill etd"],
  ["late", "late, delay, delayed, delays, overdue, behind, slippage, dly"],
  ["customerOwn", "buyer s, customer s, client s"],
  ["own", "our, own, internal, inhouse no, factory s"],
  // What it is about.
  ["order po", "po, p o, bpo, cpo, purchase order, customer order, buyer order"],
  [
    "order",
    "order, orders, ord, so, s o, sc, s c, sales order, sales contract, contract, job, job order, jo, indent, wo, work order, mo, ops, io, oc, production order, order ref, spo, lot order",
  ],
  ["order no", "pc no, pc number"],
  ["order po no", "purchasing document, purchase document, purch doc, purchasing doc"],
  ["pi", "pi, proforma, proforma invoice"],
  [
    "custref",
    "customer ref, cust ref, buyer ref, client ref, customer reference, buyer reference, cust reference",
  ],
  ["purchase", "purchase, purchased, purchasing, buying, procured, procure, bought"],
  ["qty order", "buy qty, buy quantity"],
  [
    "orderDate",
    "ord date, po issue, order placed, placed, placement, order placement, po issue date, po issued, issuance, issuance date, order issue date, po release, release date, buy date, order recd, po recd, po received, order received, po rcvd, order in, order confirm date, order booked, quoted on, o date, date of order, oc date",
  ],
  [
    "style",
    "style, styles, sty, stl, styl, model, article, art, sku, design, dsn, working no, working number, style ref, style code, product code, block",
  ],
  ["item", "item, items, product, prod, goods, merchandise, garment, garments, apparel, commodity"],
  [
    "customer",
    "customer, customers, cust, buyer, buyers, byr, client, clients, brand, label name, sold to, bill to, account, principal, retailer, importer, end customer, buying house",
  ],
  [
    "factory",
    "factory, fty, fac, fact, factories, manufacturer, mfr, mfg, maker, producer, plant, cmt factory, sewing factory, production unit, manufacturing, manufacture, unit name, subcontractor, sub con, subcon, workshop, garment factory, prod site, sewing unit, stitching unit, cmt unit, manufacture location, manufacturing location, mfg location",
  ],
  [
    "supplier",
    "supplier, suppliers, vendor, vendors, mill, mills, nominated, source, purchased from, dyer, spinner, forwarder, freight forwarder, fwdr, fwder, shipping agent, carrier, shipping line, liner",
  ],
  [
    "merch",
    "merchandiser, merchandisers, mdsr, mdsg, mer, merch, merchant, mr, mrchd, merchandising, pic, handler, follower",
  ],
  // People who also follow an order: meant where no merchandiser is named.
  [
    "seller",
    "csr, salesperson, salesman, sales person, sales rep, account manager, coordinator, owner, product manager, planner",
  ],
  [
    "colour",
    "colour, color, colours, colors, clr, col, colr, colorway, colourway, color way, colour way, shade, hue, pantone, garment colour",
  ],
  ["size", "size, sizes, sz, size range, dimension, dimensions, spec, specs, specification, specifications"],
  [
    "breakdown",
    "breakdown, break down, bd, ratio, assortment, size run, scale, set of sizes, distribution, matrix, split",
  ],
  ["currencyHint", "in usd, in eur, in rmb"],
  [
    "due",
    "due, delivery, deliv, del, d date, h o date, ho date, ho, h o, cargo ho, cargo h o, dely, dlvry, dlv, delivery due, dd, deli, crd, cargo ready, goods ready, ship by, must ship, latest shipment, latest ship, lsd, shipment deadline, cancel, cancel date, cxl, cancellation, required ship, rsd, need by, ndc, customer date, hod, hand over, handover, ots, ots date, podd, fob date, not after, last ship, ship end, ship window end, ship cancel, ship cancel date, termin, contract date, final delivery, promised, promise, commit, committed, handover deadline",
  ],
  [
    "window",
    "expiry, expiry date, expire, ship window, start ship, ship start, start ship date, earliest ship, first ship, not before, ship from, ship window start",
  ],
  ["template", "template, knit woven, fabric kind, product group, k w, calendar type"],
  // Milestones.
  ["bom", "bom, bill of material, bill of materials, tech pack, techpack, tp, order review"],
  ["deposit", "deposit, advance payment, lc, l c, letter of credit, down payment"],
  [
    "labdip",
    "lab dip, labdip, lab dips, labdips, ld, lapdip, lap dip, colour standard, color standard, strike off, strikeoff, so approval, s off, so appr, so approved, so appd, so submit, so sent, desk loom, handloom",
  ],
  ["greige", "greige, grey fabric, gray fabric, greige fabric, grey, knitting, weaving, gf, gf fabric"],
  ["yarn", "yarn, yarns, yarn in house"],
  ["dye", "dye, dyeing, dying, dyed, dyehouse, fabric print, printing fabric"],
  [
    "bulkshade",
    "bulk shade, bulk fabric shade, fabric shade, shade band, shadeband, first bulk, bulk lot, bulk lots, bulk hanger, header, head end, headend, bulk swatch, fob sample, first lot, 1st bulk, 1st lot, shade lot, bulk color, bulk colour",
  ],
  [
    "fabric",
    "fabric, fabrics, fab, fabs, fbrc, fabirc, farbic, cloth, material, materials, bulk fabric, shell, shell fabric, main fabric, self fabric, body fabric, f, fabrication, quality, textile, lining, rm, raw material, raw materials, ff, finished fabric, finish fabric",
  ],
  [
    "trims",
    "trim, trims, trm, btn, lbl, accessories, accessory, acc, acces, access, sewing trims, sewing accessories, label, labels, main label, care label, zipper, zippers, zip, button, buttons, thread, notions, trimmings, elastic, interlining",
  ],
  [
    "packmat",
    "packing trims, packing material, packing materials, packaging, packaging material, packing accessories, polybag, poly bag, carton in house, cartons in house, hangtag, hang tag, price ticket, price tag, packing accs, ptrim, p trims",
  ],
  ["card", "card, swatch, swatch card, trim card, trim sheet"],
  ["fabric inspect", "4 point, four point, 4 point inspection, four point inspection"],
  ["fabric receive", "f i h, fih, fab ih"],
  ["trims receive", "t i h, tih, a i h, aih, acc ih"],
  ["test", "test, testing, tests, tested, lab test, test report, report"],
  ["fabric test", "fpt, fabric test, fabric testing, base test"],
  ["garment test", "gpt, garment test, garment testing"],
  ["garment", "finished garment"],
  [
    "fit",
    "fit, fitting, fit sample, 1st fit, 2nd fit, first fit, fits, proto, prototype, development sample, dev sample",
  ],
  ["sizeset", "size set, sizeset, sz set, size sets, jump size, ss sample, sss, graded set"],
  ["sizeset submit", "ss sent, ss submit, ss submission"],
  ["sizeset approve", "ss appr, ss approved, ss approval, ss app"],
  ["artwork", "artwork, art work, aw, graphics"],
  ["pattern", "pattern, patterns, cad, marker, markers, pattern making, pattern release, marker making"],
  ["sms", "sms, salesman sample, salesman samples, photo sample, ad sample, showroom sample, sales sample"],
  ["washstd", "wash standard, wash std, wash approval, wash panel, wash swatch, wash leg, wash ref"],
  [
    "pp",
    "pp, pps, ppsample, pp sample, pp samples, pre production sample, preproduction sample, pre pro, prepro, pre production, preproduction, pre prod, gold seal, red seal, sealed sample, sealer, seal, seal sample, red tag, green seal, approval sample",
  ],
  ["pp remark", "pp cmt, pp cmts, pps cmt, pps cmts"],
  ["fit remark", "fit cmt, fit cmts"],
  ["meeting", "meeting, mtg, meet, ppm, pp meeting, pp mtg, pre production meeting"],
  ["cut start softPlan", "pcd, plan cut date, planned cut date"],
  ["cut", "cut, cutting, cuting, cttng, ctg, cuts, cutted, lay, spreading"],
  [
    "sew",
    "sew, sewing, linking, looping, swg, sewn, stitch, stitching, stitched, line, production, prod line, bulk production, lines, assembly, sewing line, make up, mass production",
  ],
  [
    "sew start",
    "psd, line in, sewing in, sew in, line feeding, sewing start, on line, online, production start, prod start, line start",
  ],
  ["sew end", "sew out, sewing out, line out, sewing out put, last output"],
  ["panel", "panel, panels, cut panel"],
  ["print", "print, printing, prints, screen print, panel print, aop, heat transfer, ht"],
  ["emb", "emb, embroidery, embroider, embroideries, embro, embl, embellishment, applique"],
  ["wash", "wash, washing, washed, laundry, garment wash, dry process, gmt wash, garment dye"],
  ["finish start", "fin start"],
  ["finish end", "fin end, fin date, fin complete"],
  ["finish", "finishing, fnshg, pressing, press, ironing, iron, steam, trimming"],
  [
    "pack",
    "pack, packing, packed, pkg, pckg, packing finish, cartoning, cartoned, needle detection, metal detection, packout, folding, poly, polybagging, bagging",
  ],
  ["initial", "initial, first inline, inline, in line, ipc, ipi, 1st inline"],
  ["mid", "mid, midline, mid line, during production, dupro, dpi, 2nd inline, during prod"],
  ["initial inspect", "initial inspection, initial production check, in line inspection, inline inspection"],
  ["mid inspect", "mid inspection, during production inspection, during inspection, dupro inspection"],
  ["final", "final, finals"],
  ["final inspect date", "final date, final dt"],
  ["ship date", "s date"],
  [
    "final inspect",
    "fri, psi, final random inspection, pre shipment inspection, preshipment inspection, pre final, prefinal, final inspection, final insp, final audit, fi, final qc, customer inspection, buyer inspection, third party inspection, tpi",
  ],
  [
    "inspect",
    "inspect, inspection, insp, inspected, inspections, audit, aql audit, qc, qa, q c, q a, quality check, check",
  ],
  [
    "booking",
    "booking, shipping order, space booking, vessel booking, forwarder booking, booking with forwarder, so release",
  ],
  [
    "exfty",
    "ex factory, exfactory, ex fty, exfty, ex fac, exfac, ex fact, exfact, ex f, xf, xfty, x fty, x factory, xfactory, xfact, xfac, x fac, x fact, xfd, etx, exf, gac, ogac, fgac, exw, ex works, fca, ex fact date, gate out, factory out, leave factory, left factory, ex works date",
  ],
  [
    "ship",
    "ship, shipment, shipped, shpd, shpt, shpmt, shipping, shp, despatch, desp, dispatch, dispatched, loaded, container loading, stuffing, stuffed, goods out, ship out, shipout, delivered, deliver, gate in, warehouse date, into warehouse, cfs",
  ],
  ["cutoff", "cut off, cutoff, cy closing, closing date, si cut off, cfs cut off"],
  ["board softPlan", "etd"],
  ["board softActual", "atd"],
  [
    "board",
    "on board, onboard, bl date, b l date, sailing, sail, sailed, vessel, vessel date, ocean vessel, port of loading, departure, depart",
  ],
  [
    "arrivePort",
    "eta port, ata, arrival at port, eta destination, eta dest, destination eta, eta customer, eta warehouse, eta customer warehouse, port of discharge, in dc, dc date, eta dc, in store, in store date, instore, into store, in warehouse date",
  ],
  ["customs", "customs, custom clearance, customs clearance, declaration, customs declaration"],
  ["bl", "bl, b l, bill of lading, bl no, hbl, mbl, telex release, awb"],
  [
    "docs",
    "documents, document, docs, doc, documentation, docs presented, original docs, negotiation, presentation",
  ],
  [
    "payment",
    "payment, pymt, realization, realisation, pymt, paid, pay, remittance, money received, tt received",
  ],
  ["refund", "tax refund, refund, drawback"],
  ["closed", "closed, order closed, reconciled, settlement"],
  [
    "top",
    "top, top sample, top samples, shipment sample, shipping sample, shipment samples, top of production, shpt sample, bulk sample, production sample, ship sample",
  ],
  ["sample", "sample, samples, smpl, spl, sampl, smp, swatches, mock up, mockup"],
  // Matters that are not the order's.
  [
    "dest",
    "destination, dest, ship to, deliver to, delivery to, country of destination, port, discharge port, market, consignee, to country",
  ],
  [
    "carton",
    "carton, cartons, ctn, ctns, box, boxes, cbm, volume, weight, gw, nw, kgs, gross weight, net weight, container, cntr, containers",
  ],
  [
    "stock",
    "stock, inventory, inven, available, on hand, onhand, closing stock, opening stock, in stock, safety stock",
  ],
  ["issue", "issue, issued, consumed, used, allocation, allocated, transfer"],
  [
    "usage piece",
    "yy, cons pc, cons per pc, cons dz, cons doz, cons per dz, cons per doz, consumption per pc, per garment",
  ],
  ["usage", "consumption, usage, consmp, consump, cons, yield"],
  [
    "reject",
    "reject, rejected, rejects, bad, b grade, c grade, bgrade, cgrade, seconds, rework, scrap, wastage, allowance, loss, damage, alter, alteration",
  ],
  [
    "efficiency",
    "efficiency, eff, smv, sam, productivity, operators, operator, oprs, manpower, workers, helpers, capacity, capa, std, clock, machine, mach, machines, output per hour, bottleneck, incentive, idle, no of lines, number of lines",
  ],
  [
    "wage",
    "wage, wages, salary, payroll, overtime, attendance, employee, employee no, employee name, employees, emp no, emp name, piece rate, basic salary, net pay, gross pay, designation",
  ],
  [
    "team",
    "team, module, mod, section, department, dept, division, floor, building, batch no, work center, wc, line no",
  ],
  [
    "batchlot",
    "roll, rolls, roll no, batch, dye lot, lot no, lot number, bundle, bundle no, rack, bin, gsm, dia, width, shrinkage, composition, content, construction, blend, count yarn, ply",
  ],
  [
    "document",
    "invoice, inv, challan, packing list, invoice no, voucher, requisition, docket, receipt no, delivery note",
  ],
  ["upc", "upc, ean, barcode, hs code, hts"],
  ["priority", "priority, prio, urgent, rank"],
  // Inspections.
  ["lot", "lot, lot size, lot qty, batch size, offered qty, presented qty, offered, ship lot, lot quantity"],
  ["level", "level, insp level, inspection level"],
  ["aql", "aql"],
  ["severity", "severity, switching, normal tightened reduced"],
  ["standard", "standard, sampling standard, sampling plan"],
  [
    "samplesize",
    "sample size, smpl size, smp size, spl size, sampling size, sample qty, aql sample, sampled qty, sampled, sampling qty",
  ],
  [
    "checked",
    "checked, inspected qty, checked qty, inspected quantity, pcs checked, pieces checked, audited, actual checked, qty checked, qty inspected",
  ],
  ["critical", "critical, crit, cri, cr, critical defects"],
  ["major", "major, maj, mj, ma, major defects, majors"],
  ["minor", "minor, min, mn, mi, minor defects, minors"],
  ["defect percent", "dhu, defect rate, defect ratio"],
  [
    "defect desc",
    "main defects, top defects, main defect, defects found, main issue, main issues, major findings",
  ],
  ["defect", "defect, defects, fault, faults, defective, dft, found"],
  [
    "inspector",
    "inspector, inspected by, auditor, qc name, qc by, audited by, inspection by, qa name, qc person",
  ],
  [
    "reportno",
    "report no, report number, inspection no, inspection number, inspection id, insp no, report id, inspection ref, audit no, report ref",
  ],
  ["measured", "measured, measured points, points measured, measurement points, pom"],
  ["outOfTolerance", "out of tolerance, out of tol, oot, measurement out, tolerance fail"],
  [
    "reinspect",
    "reinspection, re inspection, reinspect, re inspect, reinspection of, re inspection of, previous report, original report",
  ],
];
