{const{dataset:d}=document.documentElement;d.scripted="";try{const t=localStorage.getItem("theme");if(t==="light"||t==="dark")d.theme=t}catch{}}
