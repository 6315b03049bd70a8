import numpy as np,sys,glob
W={'sounds':-1.5,'letters':-0.12,'size':0.1}
X=[];Y=[];Q=[];OFF=[];q=0;sets=[]
for f in sys.argv[1:]:
    cur=[]
    def flush():
        global q
        # queries with no candidates: right is none, trivially; skip
        if cur:
            for (y,x,o) in cur: X.append(x);Y.append(y);Q.append(q);OFF.append(o)
            sets.append(f); q+=1
    for l in open(f):
        l=l.rstrip('\n')
        if not l:
            flush(); cur=[]; continue
        c=l.split('\t'); d=dict(z.split('=') for z in c[2:])
        d={k:float(v) for k,v in d.items()}
        if 'near' in d or 'reading' in d:
            x=[1.0*('near' in d),1.0*('reading' in d),d['sounds']/W['sounds'],d['letters']/W['letters'],d['size']/W['size']]
            o=sum(v for k,v in d.items() if k not in('near','reading','sounds','letters','size'))
        else:
            x=[0]*5; o=sum(d.values())
        cur.append((int(c[1]),x,o))
X=np.array(X);Y=np.array(Y);Q=np.array(Q);OFF=np.array(OFF);n=q
starts=np.r_[0,np.flatnonzero(np.diff(Q))+1]
# only the first right one per query counts (several rows may be right): sum prob of right ones
anyr=np.add.reduceat(Y,starts)>0
def ll(w):
    s=X@w+OFF; m=np.maximum(np.maximum.reduceat(s,starts),0)
    e=np.exp(s-np.repeat(m,np.diff(np.r_[starts,len(s)]))); z=np.add.reduceat(e,starts)+np.exp(-m)
    r=np.add.reduceat(e*Y,starts); none=np.exp(-m)
    num=np.where(anyr,r,none); 
    L=np.log(num/z).mean()
    rep=np.diff(np.r_[starts,len(s)])
    p=e/np.repeat(z,rep)
    pr=np.where(np.repeat(anyr,rep),e*Y/np.repeat(np.maximum(r,1e-300),rep),0)
    g=((pr-p)[:,None]*X).sum(0)/n
    top=np.array([0]) 
    return L,g,p
w=np.array([2.0,2.4,-1.5,-.12,.1])
mom=np.zeros(5);v=np.zeros(5)
scale=np.array([1,1,1,20,5.])
for it in range(1500):
    L,g,p=ll(w)
    gs=g/scale
    mom=.9*mom+.1*gs; v=.99*v+.01*gs*gs
    w=w+ (0.03*mom/np.sqrt(v+1e-8))/scale
    if it%300==0: print(it,round(L,4),w.round(3))
print(L,w.round(3))
# report
rep=np.diff(np.r_[starts,len(p)])
for f in sorted(set(sets)):
    idx=[i for i,s in enumerate(sets) if s==f]; told=[];
    hit=0;tot=0;m=0;mr=0;wm=0;wt=0
    for i in idx:
        a=starts[i];b=a+rep[i];k=a+np.argmax(p[a:b]);told.append((p[k],Y[k]))
        if anyr[i]: tot+=1;hit+=Y[k];m+=p[k]>=.6;mr+=(p[k]>=.6)&Y[k]
        else: wt+=1;wm+=p[k]>=.6
    told.sort();B=10;ece=0
    for z in range(B):
        t=told[len(told)*z//B:len(told)*(z+1)//B]; ece+=abs(sum(x for x,_ in t)-sum(y for _,y in t))
    print(f.split('dump_')[1],'r@1 in list %.3f'%(hit/max(tot,1)),'matched %.3f right %.3f'%(m/max(tot,1),mr/max(m,1)),'wrong matches when none %.3f'%(wm/max(wt,1)),'ece %.3f'%(ece/len(told)))
