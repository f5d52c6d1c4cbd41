import { rmSync } from 'node:fs'
import { readCorpus, merged } from './corpus.mjs'
import { loadEngine } from './engine.mjs'
import { cueExamples, frameExamples, prepare, labelsOf } from './examples.mjs'
import { learnFrames, learnLogistic } from './learn.mjs'
import { count, newTally, quoted, show, match, isFull, overlapOf } from './measure.mjs'
const t00 = Date.now(); const log = (...x) => console.log(((Date.now()-t00)/1000).toFixed(1)+'s', ...x)
const engine = await loadEngine()
rmSync(engine.folder, { recursive: true })
const articles = readCorpus('/work/shared/data/attribution-train.tar.xz')
const prepared = prepare(engine, articles)
log('prepared', articles.length)
const FOLDS = 5, FOLD = Number(process.env.FOLD ?? 0)
const isTest = (d) => d % FOLDS === FOLD
{ let no=0, n=0, srcOut=0, srcN=0; for (const {words, anchors, article} of prepared) anchors.forEach((a,g)=>{n++; if(a<0)no++}); log('gold', n, 'without anchor', no) }
const cues = cueExamples(engine, prepared)
log('cue examples', cues.rows.length)
const trainRows=[],trainLabels=[]
cues.rows.forEach((r,i)=>{ if(!isTest(cues.documents[i])){trainRows.push(r);trainLabels.push(cues.labels[i])}})
const cueWeights = learnLogistic(trainRows, trainLabels, engine.CUE_BITS, {epochs:Number(process.env.CE??6), rate:Number(process.env.CR??0.1), decay:Number(process.env.CD??1e-6), seed:1})
const probs = new Float32Array(cues.rows.length)
{ const ts=[]; cues.rows.forEach((r,i)=>{ let s=0; for(const k of r)s+=cueWeights[k]; probs[i]=1/(1+Math.exp(-s)); if(isTest(cues.documents[i]))ts.push([probs[i],cues.labels[i]])})
 ts.sort((a,b)=>b[0]-a[0]); const pos=ts.reduce((s,x)=>s+x[1],0); let tp=0,best=[0]; ts.forEach((x,i)=>{tp+=x[1]; const f=2*tp/(i+1+pos); if(f>best[0])best=[f,x[0],tp/(i+1),tp/pos]}); log('cue head F1', best) }
const examples = frameExamples(engine, prepared)
log('frames', examples.length, examples.reduce((s,e)=>s+e.count,0))
{ // oracle
  const all=newTally(),q=newTally(); let k=0; const by=new Map(); for(const e of examples){ if(!by.has(e.document))by.set(e.document,[]); by.get(e.document).push(e)}
  for(const [d,list] of by){ if(!isTest(d))continue; const {words,article,anchors}=prepared[d]; const pred=list.map(e=>decode(words,engine.frameAround(words,anchors[e.gold]),e.labels)); count(all,pred,article.gold,article.text); count(q,pred.filter(x=>quoted(x,article.text)),article.gold.filter(x=>quoted(x,article.text)),article.text)}
  log(show('oracle 2',all)); log(show('oracle 1',q)) }
const crf = learnFrames(engine, examples.filter(e=>!isTest(e.document)), {epochs:Number(process.env.FE??6), rate:Number(process.env.FR??0.1), decay:Number(process.env.FD??1e-6), seed:1, report:(e,l)=>log('epoch',e,l.toFixed(3))})
function decode(words, frame, labels){ const {tokens}=words.reading; const out={source:[],cue:[],content:[]}; const names=[null,'source','cue','content']
  for(let e=0;e<labels.length;){ let f=e+1; while(f<labels.length&&labels[f]===labels[e])f++; const name=names[labels[e]]; if(name)out[name].push([tokens[frame.from[e]].start,tokens[frame.to[f-1]-1].end]); e=f }
  return out }
const rows=engine.emptyRows(), scores={node:new Float64Array(0),edge:new Float64Array(0)}
function label(words, anchor){ const frame=engine.frameAround(words,anchor); engine.frameRows(words,frame,rows); const n=frame.from.length; engine.scoresOf(rows,n,crf.node,crf.edge,1,1,scores); const lattice=new Float64Array(n*49); engine.latticeOf(scores,n,frame.anchorElement,frame.isFragment,lattice); const labels=new Uint8Array(n); const best=engine.viterbi(lattice,n,labels,new Uint8Array(n*7)); const alpha=new Float64Array(n*7); const z=engine.forward(lattice,n,alpha); return {frame,labels,logp:best-z} }
// given gold anchors
{ const all=newTally(),q=newTally(); prepared.forEach(({words,article,anchors},d)=>{ if(!isTest(d))return; const pred=anchors.filter(a=>a>=0).map(a=>{const {frame,labels}=label(words,a);return decode(words,frame,labels)}); count(all,pred,article.gold,article.text); count(q,pred.filter(x=>quoted(x,article.text)),article.gold.filter(x=>quoted(x,article.text)),article.text)}); log(show('gold cues 2',all)); log(show('gold cues 1',q)) }
// pipeline
const cand=new Map(); { let k=0; prepared.forEach(({words},d)=>{ const list=[]; for(let i=0;i<words.count;i++){ if(!engine.canHeadCue(words,i))continue; if(isTest(d)&&probs[k]>0.15)list.push([i,probs[k]]); k++ } cand.set(d,list)}) }
const preds=new Map(); let nc=0
prepared.forEach(({words},d)=>{ if(!isTest(d))return; preds.set(d,cand.get(d).map(([a,p])=>{nc++; const {frame,labels,logp}=label(words,a); return {...decode(words,frame,labels),p,logp,a}}).filter(x=>x.content.length))})
log('candidates',nc)
for(const th of [0.25,0.3,0.35,0.4,0.45,0.5]){ const all=newTally(),q=newTally(); prepared.forEach(({article},d)=>{ if(!isTest(d))return; const pred=preds.get(d).filter(x=>x.p>th); count(all,pred,article.gold,article.text); count(q,pred.filter(x=>quoted(x,article.text)),article.gold.filter(x=>quoted(x,article.text)),article.text)}); log(th,show('T2',all)); log(th,show('T1',q)) }
